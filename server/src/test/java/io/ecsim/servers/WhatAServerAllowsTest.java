package io.ecsim.servers;

import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each status allows and refuses, through both doors: {@code ecs-lifecycle.md} b.2 to b.9,
 * b.16 and the native preconditions of c. H stands for the service's own API, N for the native one,
 * HN for both; natively, a server can be deleted whatever is under way on it.
 */
class WhatAServerAllowsTest {
  private static final String TABLE =
      """
      console                | kind    | start | stop | hard stop | reboot | hard reboot | resize | confirm | revert | reinstall | change OS | delete
      Creating               | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | HN
      Starting               | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      Running                | settled | -     | HN   | HN        | HN     | HN          | N      | -       | -      | -         | -         | HN
      Stopping               | passing | -     | -    | HN        | -      | -           | -      | -       | -      | -         | -         | N
      Stopped                | settled | HN    | -    | -         | -      | N           | HN     | -       | -      | H         | H         | HN
      Restarting             | passing | -     | -    | HN        | -      | HN          | -      | -       | -      | -         | -         | N
      Forcibly restarting    | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      Resizing               | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      Verifying resizing     | waiting | -     | -    | -         | -      | -           | -      | N       | N      | -         | -         | HN
      Rolling back resizing  | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      Reinstalling OS        | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      Reinstalling OS failed | settled | -     | -    | -         | -      | -           | -      | -       | -      | H         | H         | HN
      Changing OS            | passing | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | N
      OS change failed       | settled | -     | -    | -         | -      | -           | -      | -       | -      | -         | H         | HN
      Faulty                 | settled | -     | N    | N         | -      | N           | -      | -       | -      | -         | -         | HN
      Frozen                 | settled | -     | -    | -         | -      | -           | -      | -       | -      | -         | -         | HN
      """;

  /** Where the service has a code that says more. */
  private static final Map<String, String> SPECIAL =
      Map.of("resize Frozen", "Ecs.0030", "start Faulty", "Ecs.0105");

  private static final List<String> ACTIONS =
      List.of(
          "start",
          "stop",
          "hard stop",
          "reboot",
          "hard reboot",
          "resize",
          "confirm",
          "revert",
          "reinstall",
          "change OS",
          "delete");

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void each_row_holds(ArgumentsAccessor row) {
    for (Door door : Door.values()) {
      for (int i = 0; i < ACTIONS.size(); i++) {
        boolean allowed = row.getString(i + 2).contains(door.name().substring(0, 1));
        check(door, row.getString(0), row.getString(1), ACTIONS.get(i), allowed);
      }
    }
  }

  private void check(Door door, String console, String kind, String action, boolean allowed) {
    var scene = new Scene(cloud);
    String id = new Reaching(scene).status(console);
    HttpAnswer answer = door.ask(scene.anna, action, id);
    if (answer == null) {
      return;
    }
    String what = "%s: %s a server that is %s: %s".formatted(door, action, console, answer.text());
    if (allowed) {
      assertThat(answer.status()).as(what).isBetween(200, 204);
    } else {
      assertThat(door.codeOf(answer))
          .as(what)
          .isEqualTo(
              door == Door.HUAWEI
                  ? SPECIAL.getOrDefault(action + " " + console, door.refusal(kind))
                  : door.refusal(kind));
      assertThat(ok(scene.anna.get("/_ecsim/state/server/" + id)).at("/status"))
          .as(what)
          .isEqualTo(console);
    }
    cloud.idle();
    scene.anna.deleteNatively(id);
    cloud.idle();
  }
}
