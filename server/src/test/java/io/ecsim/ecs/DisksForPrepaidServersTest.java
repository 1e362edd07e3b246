package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Disks that are made for a server which is paid for by month or year, or is only ordered. */
class DisksForPrepaidServersTest {
  private static final String MONTH =
      ",\"extendparam\":{\"chargingMode\":\"prePaid\",\"periodType\":\"month\",\"periodNum\":1";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer diskFor(String server) {
    return client.send(
        "POST",
        "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes",
        "{\"volume\":{\"size\":10,\"volume_type\":\"SAS\",\"availability_zone\":\"%s\"},\"server_id\":\"%s\"}"
            .formatted(Surroundings.ZONE, server));
  }

  /** A server that runs although the order it came with has failed: another could not be made. */
  private String leftOver() {
    client
        .world()
        .transact(
            tx ->
                tx.lay(
                    "f",
                    new Target.OnEdge("server.create"),
                    Where.ANYWHERE,
                    new When(1, 0, 0, -1, 0, 0),
                    new Effect.Fail("Ecs.0319")));
    HttpAnswer ordered = client.create("web", ",\"count\":2" + MONTH + ",\"isAutoPay\":\"true\"}");
    client.world().advanceToIdle();
    assertThat(client.status(ordered.at("/serverIds/0"))).isEqualTo("gone");
    assertThat(client.status(ordered.at("/serverIds/1"))).isEqualTo("Running");
    return ordered.at("/serverIds/1");
  }

  @Test
  void a_server_whose_order_stands_gets_its_disk() {
    String server = client.running("web", MONTH + ",\"isAutoPay\":\"true\"}");

    assertThat(diskFor(server).status()).isEqualTo(202);
    client.world().advanceToIdle();
    assertThat(client.disks()).containsExactly("in-use", "in-use");
  }

  @Test
  void a_server_that_is_only_ordered_is_unknown() {
    HttpAnswer ordered = client.create("web", MONTH + "}");

    HttpAnswer refused = diskFor(ordered.at("/serverIds/0"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2131");
    assertThat(client.disks()).isEmpty();
  }

  @Test
  void a_server_whose_order_cannot_be_found_gets_none() {
    String server = leftOver();

    HttpAnswer refused = diskFor(server);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2133");
    assertThat(client.disks()).containsExactly("in-use");
  }

  @Test
  void a_server_whose_order_cannot_be_found_can_be_deleted() {
    String server = leftOver();

    assertThat(client.remove(server).status()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
  }
}
