package io.ecsim.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.inventory.Account;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Shelf;
import io.ecsim.sim.Spec;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A patch goes through JSON and back: nothing of any type may be lost on that way. */
class EverySpecCanBePatchedTest {
  @Test
  void andIsTheSameIfThePatchSaysNothingNew() {
    try (Ecsim cloud = Ecsim.start(Options.embedded())) {
      Desk desk = new Desk(new Http(cloud.url()));
      desk.disk("d");
      makeServer(desk.http());
      desk.idle();
      makeSnapshot(desk.http());
      desk.idle();
      Set<String> types = new TreeSet<>();
      for (Shelf shelf : cloud.worlds().get("default").read().shelves().values()) {
        for (Resource<?> resource : shelf.all()) {
          Spec spec = resource.spec();
          assertThat(Specs.patched(spec, Map.of())).isEqualTo(spec);
          types.add(resource.ref().type());
        }
      }
      assertThat(types)
          .containsAll(List.of("volume", "snapshot", "server", "port", "vpc", "keypair"));
    }
  }

  private static void makeSnapshot(Http http) {
    String evs = "/evs/v2/" + Account.BUILT_IN.projectId();
    String disk = http.get(evs + "/cloudvolumes/detail?name=d").at("/volumes/0/id");
    String body = "{\"snapshot\":{\"volume_id\":\"%s\",\"force\":true}}".formatted(disk);
    HttpAnswer snapshot = http.post(evs + "/cloudsnapshots", body);
    assertThat(snapshot.status()).as(snapshot.text()).isEqualTo(202);
  }

  private static void makeServer(Http http) {
    String p = Account.BUILT_IN.projectId();
    String vpc = http.get("/vpc/v1/" + p + "/vpcs").at("/vpcs/0/id");
    String subnet = http.get("/vpc/v1/" + p + "/subnets").at("/subnets/0/id");
    String image = http.get("/ims/v2/cloudimages?limit=1").at("/images/0/id");
    HttpAnswer key = http.post("/kms/v3/" + p + "/keypairs", "{\"keypair\":{\"name\":\"key\"}}");
    assertThat(key.status()).as(key.text()).isEqualTo(200);
    HttpAnswer server =
        http.post(
            "/ecs/v1/" + p + "/cloudservers",
            """
            {"server":{"name":"web","flavorRef":"c6.large.2","imageRef":"%s","vpcid":"%s",
             "nics":[{"subnet_id":"%s"}],"root_volume":{"volumetype":"SAS"},
             "data_volumes":[{"volumetype":"SAS","size":10}],"key_name":"key",
             "availability_zone":"cn-north-4a"}}
            """
                .formatted(image, vpc, subnet));
    assertThat(server.status()).as(server.text()).isEqualTo(200);
  }
}
