package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a server does not get another flavor or system: {@code ecs-lifecycle.md} b.6 to b.8. */
class WhatForbidsAResizeTest {
  private static final String LARGER = "c6.xlarge.2";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static void refused(Client client, HttpAnswer answer, String code) {
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(code.equals("Ecs.0603") ? 501 : 400);
    assertThat(client.state().jobs().values())
        .noneMatch(job -> job.plan().kind() != null && job.plan().kind().equals("resizeServer"));
  }

  private void force(Client client, String server, ServerStatus status) {
    client
        .world()
        .transact(
            tx -> {
              tx.force(new Ref("server", Ecsim.PROJECT, server), status);
              return null;
            });
  }

  private void charged(Client client, String id, String mode) {
    client
        .world()
        .transact(
            tx -> {
              var table = cloud.ecs.table();
              var ref = tx.state().require(table.servers, Ecsim.PROJECT, id).ref();
              return tx.change(table.servers, ref, (Server server) -> charged(server, mode));
            });
  }

  private static Server charged(Server server, String mode) {
    Map<String, String> system = new LinkedHashMap<>(server.system());
    system.put("charging_mode", mode);
    return server.with(draft -> draft.system = system);
  }

  @Test
  void somethingElseThatIsUnderWay() {
    Client client = client();
    String server = client.running("web");
    client.reboot("SOFT", server);
    refused(client, client.resize(server, LARGER), "Ecs.0603");
    assertThat(client.reinstall(server).at("/error/code")).isEqualTo("Ecs.0603");
  }

  @Test
  void aSpotServer() {
    Client client = client();
    String server = client.running("web");
    charged(client, server, "2");
    refused(client, client.resize(server, LARGER), "Ecs.0704");
  }

  @Test
  void statusesThatKnowNoResize() {
    Client client = client();
    String server = client.running("web");
    for (ServerStatus status :
        new ServerStatus[] {
          ServerStatus.FAULTY,
          ServerStatus.VERIFYING_RESIZING,
          ServerStatus.REINSTALLING_OS_FAILED,
          ServerStatus.OS_CHANGE_FAILED
        }) {
      force(client, server, status);
      refused(client, client.resize(server, LARGER), "Ecs.0100");
    }
    force(client, server, ServerStatus.FROZEN);
    refused(client, client.resize(server, LARGER), "Ecs.0030");
  }

  @Test
  void aDeletedServerShowsWhatItWasBefore() {
    Client client = client();
    String server = client.stopped("web");
    client.resize(server, LARGER);
    client.removeNatively(server);
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped deleting 4");
    String other = client.running("db");
    force(client, other, ServerStatus.VERIFYING_RESIZING);
    client.remove(other);
    assertThat(client.words(other)).isEqualTo("VERIFY_RESIZE resized deleting 4");
  }

  @Test
  void aMonthlyServerIsNotRebuiltOrMigrated() {
    Client client = client();
    String server = client.stopped("web");
    charged(client, server, "1");
    HttpAnswer answer = client.post("/" + server + "/migrate", "{\"migrate\":null}");
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0112");
    HttpAnswer rebuild =
        client.send(
            "POST",
            "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/action",
            "{\"rebuild\":{\"imageRef\":\"%s\"}}".formatted(cloud.image()));
    assertThat(rebuild.status()).isEqualTo(400);
    assertThat(client.status(server)).isEqualTo("Stopped");
  }
}
