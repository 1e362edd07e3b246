package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each status and each action: taken, or refused with the code of {@code ecs-lifecycle.md} b. */
class WhatMayHappenWhenTest {
  /** Each cell: {@code ok}, or the last four digits of the code. */
  private static final String TABLE =
      """
      status                 start stop  hard-stop reboot hard-reboot delete attach detach update metadata password
      Creating               0603  0603  0603      0603   0603        ok     0603   0603   0603   0603     0603
      Starting               0603  0603  0603      0603   0603        0603   0603   0603   0603   0603     0603
      Running                0100  ok    ok        ok     ok          ok     ok     ok     ok     ok       ok
      Stopping               0603  0603  ok        0603   0603        0603   0603   0603   0603   0603     0603
      Stopped                ok    0100  0100      0100   0100        ok     ok     ok     ok     ok       ok
      Restarting             0603  0603  ok        0603   ok          0603   0603   0603   0603   0603     0603
      Forcibly_restarting    0603  0603  0603      0603   0603        0603   0603   0603   0603   0603     0603
      Deleting               0603  0603  0603      0603   0603        0603   0603   0603   0603   0603     0603
      Faulty                 0100  0100  0100      0100   0100        ok     0100   0100   ok     0100     0100
      Frozen                 0100  0100  0100      0100   0100        ok     0100   0100   ok     ok       0100
      Reinstalling_OS_failed 0100  0100  0100      0100   0100        ok     0100   0100   ok     ok       0100
      OS_change_failed       0100  0100  0100      0100   0100        ok     0100   0100   ok     ok       0100
      """;

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  @TestFactory
  List<DynamicTest> eachActionIsTakenOrRefusedAsTheTableSays() {
    List<String[]> rows = TABLE.lines().map(line -> line.split(" +")).toList();
    String[] actions = rows.get(0);
    var tests = new ArrayList<DynamicTest>();
    for (String[] row : rows.subList(1, rows.size())) {
      for (int i = 1; i < actions.length; i++) {
        String status = row[0].replace('_', ' ');
        String action = actions[i];
        String expected = row[i];
        tests.add(
            DynamicTest.dynamicTest(
                "%s, %s: %s".formatted(status, action, expected),
                () -> check(status, action, expected)));
      }
    }
    return tests;
  }

  private void check(String status, String action, String expected) {
    String world = status.replace(' ', '-') + "-" + action;
    Client client = new Client(ecsim, cloud, world);
    String free = client.disk();
    String server =
        client
            .create("web", ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]")
            .at("/serverIds/0");
    bring(client, server, status);
    assertThat(client.status(server)).isEqualTo(status);
    var before = client.state();

    HttpAnswer answer = act(client, server, free, action);

    if (expected.equals("ok")) {
      assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    } else {
      assertThat(answer.at("/error/code")).isEqualTo("Ecs." + expected);
      assertThat(answer.status()).isEqualTo(expected.equals("0603") ? 501 : 400);
      assertThat(client.state()).isEqualTo(before);
    }
  }

  /**
   * Brings a server that is being made into a status, by what clients do where that leads there.
   */
  private static void bring(Client client, String server, String status) {
    if (status.equals("Creating")) {
      return;
    }
    client.world().advanceToIdle();
    switch (status) {
      case "Running" -> {}
      case "Stopping" -> client.stop("SOFT", server);
      case "Restarting" -> client.reboot("SOFT", server);
      case "Forcibly restarting" -> client.reboot("HARD", server);
      case "Deleting" -> client.remove(server);
      case "Stopped", "Starting" -> {
        client.stop("SOFT", server);
        client.world().advanceToIdle();
        if (status.equals("Starting")) {
          client.start(server);
        }
      }
      default -> force(client, server, status);
    }
  }

  private static void force(Client client, String server, String status) {
    ServerStatus forced =
        Arrays.stream(ServerStatus.values())
            .filter(s -> s.label().equals(status))
            .findFirst()
            .orElseThrow();
    client
        .world()
        .transact(
            tx -> {
              tx.force(new Ref("server", Ecsim.PROJECT, server), forced);
              return null;
            });
  }

  private static HttpAnswer act(Client client, String server, String free, String action) {
    return switch (action) {
      case "start" -> client.start(server);
      case "stop" -> client.stop("SOFT", server);
      case "hard-stop" -> client.stop("HARD", server);
      case "reboot" -> client.reboot("SOFT", server);
      case "hard-reboot" -> client.reboot("HARD", server);
      case "delete" -> client.remove(server);
      case "attach" -> client.attach(server, free);
      case "detach" -> client.detach(server, own(server));
      case "update" -> client.put("/" + server, "{\"server\":{\"name\":\"renamed\"}}");
      case "metadata" -> client.post("/" + server + "/metadata", "{\"metadata\":{\"a\":\"b\"}}");
      case "password" ->
          client.put(
              "/" + server + "/os-reset-password",
              "{\"reset-password\":{\"new_password\":\"Secret12!\"}}");
      default -> throw new IllegalArgumentException(action);
    };
  }

  /** The data disk that was made with the server. */
  private static String own(String server) {
    return Ids.uuid(server, "volume", 1);
  }
}
