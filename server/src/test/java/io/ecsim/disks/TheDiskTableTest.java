package io.ecsim.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The disk status table of the user guide, row by row and action by action, through both doors;
 * each status is reached by requests (and faults) that anybody can make. {@code evs-lifecycle.md}
 * a.1. <em>again</em> is what EVS does for clients that delete twice: it tells the deletion under
 * way.
 */
class TheDiskTableTest {
  private static final String TABLE =
      """
      status            | attach | detach | extend | delete | back up | roll back
      in-use            | no     | yes    | yes    | no     | yes     | no
      shared in-use     | yes    | yes    | no     | no     | yes     | no
      available         | yes    | no     | yes    | yes    | yes     | yes
      creating          | no     | no     | no     | no     | no      | no
      attaching         | no     | no     | no     | no     | no      | no
      detaching         | no     | no     | no     | no     | no      | no
      deleting          | no     | no     | no     | again  | no      | no
      restoring-backup  | no     | no     | no     | no     | no      | no
      extending         | no     | no     | no     | no     | no      | no
      uploading         | no     | no     | no     | no     | no      | no
      downloading       | no     | no     | no     | no     | no      | no
      error             | no     | no     | no     | yes    | no      | no
      error_deleting    | no     | no     | no     | no     | no      | no
      error_extending   | no     | no     | no     | yes    | no      | no
      error_restoring   | no     | no     | no     | yes    | no      | no
      rollbacking       | no     | no     | no     | no     | no      | no
      error_rollbacking | no     | no     | no     | yes    | no      | yes
      awaiting-transfer | no     | no     | no     | no     | no      | no
      """;

  /** What refuses an action through EVS and ECS. */
  private static final Map<String, String> CODES =
      Map.of(
          "attach", "Ecs.0103",
          "detach", "Ecs.0102 Ecs.0111",
          "extend", "EVS.1064 EVS.1065",
          "delete", "EVS.1046",
          "back up", "VolumeBackup.0012",
          "roll back", "400");

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void each_row_holds(
      String status,
      String attach,
      String detach,
      String extend,
      String delete,
      String backUp,
      String rollBack) {
    var scene = new Scene(cloud);
    scene.server();
    scene.anotherServer();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("attach", attach);
    row.put("detach", detach);
    row.put("extend", extend);
    row.put("delete", delete);
    row.put("back up", backUp);
    row.put("roll back", rollBack);
    for (Door door : Door.values()) {
      row.forEach((action, allowed) -> check(scene, door, status, action, allowed));
    }
  }

  private void check(Scene scene, Door door, String status, String action, String allowed) {
    var reaching = new Reaching(scene);
    String disk = action.equals("roll back") ? reaching.forced(status) : reaching.status(status);
    String shown = scene.anna.statusOf(disk);
    assertThat(shown).isEqualTo(status.replace("shared ", ""));

    HttpAnswer answer = door.ask(scene, action, disk);

    String what = "%s: %s a disk that is %s: %s".formatted(door, action, status, answer.text());
    if (allowed.equals("yes") || (allowed.equals("again") && door == Door.HUAWEI)) {
      assertThat(answer.status()).as(what).isBetween(200, 202);
    } else {
      assertThat(answer.status()).as(what).isEqualTo(400);
      assertThat(door.codeOf(answer)).as(what).isIn((Object[]) door.codes(CODES.get(action)));
      assertThat(scene.anna.statusOf(disk)).as(what).isEqualTo(shown);
    }
    cloud.idle();
  }
}
