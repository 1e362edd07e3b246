package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shared disk and its sixteen servers, as both families of the API see them. */
class SharedDisksTest {
  private static final int MOST = 16;

  @RegisterExtension final Shop shop = new Shop();

  private Ref server(String name) {
    return shop.ecsim
        .world()
        .transact(
            tx -> {
              Ref ref = new Ref("server", Ecsim.PROJECT, tx.id("server", Ecsim.PROJECT, name));
              tx.begin(
                  Plan.create(shop.rack.create, ref, new Rack.Machine(name, Lab.ZONE), List.of()));
              return ref;
            });
  }

  private HttpAnswer act(String disk, String json) {
    return shop.ecsim
        .http()
        .post("/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk + "/action", json.replace('\'', '"'));
  }

  private HttpAnswer attach(String disk, Ref server) {
    return act(
        disk, "{'os-attach':{'instance_uuid':'" + server.id() + "','mountpoint':'/dev/vdb'}}");
  }

  @Test
  void sixteen_servers_have_it_and_no_more() {
    String disk = shop.create("'size':10,'multiattach':true").at("/volume_ids/0");
    List<Ref> servers = IntStream.range(0, MOST).mapToObj(i -> server("s" + i)).toList();
    Ref oneMore = server("one more");
    shop.ecsim.advanceToIdle();
    for (Ref server : servers) {
      assertThat(attach(disk, server).status()).isEqualTo(202);
      assertThat(shop.status(disk)).isEqualTo("attaching");
      shop.ecsim.advanceToIdle();
      assertThat(shop.status(disk)).isEqualTo("in-use");
    }

    HttpAnswer refused = attach(disk, oneMore);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("16");
    assertThat(shop.show(disk).json().at("/volume/attachments")).hasSize(MOST);
    for (String version : List.of("v2", "v3")) {
      assertThat(
              shop.ecsim
                  .http()
                  .get("/evs/" + version + "/" + Ecsim.PROJECT + "/volumes/" + disk)
                  .json()
                  .at("/volume/attachments"))
          .hasSize(MOST);
    }
    assertThat(shop.extend(disk, "20").at("/error/code")).isEqualTo("EVS.1065");
    assertThat(shop.delete(disk).at("/error/code")).isEqualTo("EVS.1046");

    for (int left = MOST; left > 0; left--) {
      String attachment = shop.show(disk).at("/volume/attachments/0/attachment_id");
      assertThat(act(disk, "{'os-detach':{'attachment_id':'" + attachment + "'}}").status())
          .isEqualTo(202);
      shop.ecsim.advanceToIdle();
      assertThat(shop.status(disk)).isEqualTo(left == 1 ? "available" : "in-use");
    }
  }
}
