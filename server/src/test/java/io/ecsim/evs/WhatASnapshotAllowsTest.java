package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.State;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses of snapshots and of their disks, action by action: evs-lifecycle.md a.4, b.1, b.2. */
class WhatASnapshotAllowsTest {
  private static final String SNAPSHOTS =
      """
      status         | delete   | roll back
      creating       | EVS.1047 | EVS.5400
      available      | yes      | yes
      backing-up     | EVS.1047 | EVS.5400
      rollbacking    | EVS.1047 | EVS.5400
      deleting       | EVS.1047 | EVS.5400
      error          | yes      | EVS.5400
      error_deleting | EVS.1047 | EVS.5400
      """;

  private static final String DISKS =
      """
      status            | snapshot | by force | roll back
      creating          | EVS.5400 | EVS.5400 | EVS.5400
      downloading       | EVS.5400 | EVS.5400 | EVS.5400
      available         | yes      | yes      | yes
      attaching         | EVS.5400 | EVS.5400 | EVS.5400
      in-use            | EVS.5400 | yes      | EVS.5400
      detaching         | EVS.5400 | EVS.5400 | EVS.5400
      extending         | EVS.5400 | EVS.5400 | EVS.5400
      deleting          | EVS.5400 | EVS.5400 | EVS.5400
      error             | EVS.5400 | EVS.5400 | EVS.5400
      error_deleting    | EVS.5400 | EVS.5400 | EVS.5400
      error_extending   | EVS.5400 | EVS.5400 | EVS.5400
      error_restoring   | EVS.5400 | EVS.5400 | EVS.5400
      error_rollbacking | EVS.5400 | EVS.5400 | yes
      error_detaching   | EVS.5400 | EVS.5400 | EVS.5400
      restoring-backup  | EVS.5400 | EVS.5400 | EVS.5400
      backing-up        | EVS.5400 | EVS.5400 | EVS.5400
      uploading         | EVS.5400 | EVS.5400 | EVS.5400
      rollbacking       | EVS.5400 | EVS.5400 | EVS.5400
      retyping          | EVS.5400 | EVS.5400 | EVS.5400
      awaiting-transfer | EVS.5400 | EVS.5400 | EVS.5400
      pending-destroy   | EVS.5400 | EVS.5400 | EVS.5400
      recovering        | EVS.5400 | EVS.5400 | EVS.5400
      error_recovering  | EVS.5400 | EVS.5400 | EVS.5400
      destroying        | EVS.5400 | EVS.5400 | EVS.5400
      error_destroying  | EVS.5400 | EVS.5400 | EVS.5400
      """;

  private final Lab lab = new Lab();
  private final Ref disk = lab.disk("data");
  private final Ref snapshot = lab.snapshot("before", disk);

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = SNAPSHOTS)
  void each_status_of_a_snapshot_allows_what_the_table_says(
      String status, String delete, String rollBack) {
    lab.force(snapshot, SnapshotTable.SNAPSHOTS.status(status).orElseThrow());

    check(rollBack, () -> lab.rollBack(disk, snapshot));
    check(delete, () -> lab.deleteSnapshot(snapshot));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = DISKS)
  void each_status_of_a_disk_allows_what_the_table_says(
      String status, String snap, String force, String rollBack) {
    lab.force(disk, VolumeTable.VOLUMES.status(status).orElseThrow());

    check(snap, () -> lab.snapping("second", disk, false));
    check(force, () -> lab.snapping("third", disk, true));
    check(rollBack, () -> lab.rollBack(disk, snapshot));
  }

  @Test
  void the_tables_name_every_status() {
    assertThat(SnapshotTable.SNAPSHOTS.statuses()).allMatch(s -> names(SNAPSHOTS, s.label()));
    assertThat(VolumeTable.VOLUMES.statuses()).allMatch(s -> names(DISKS, s.label()));
  }

  private static boolean names(String table, String status) {
    return Arrays.stream(table.split("\n")).anyMatch(row -> row.startsWith(status + " "));
  }

  private void check(String expected, Runnable action) {
    State before = lab.world.read();
    if (expected.equals("yes")) {
      action.run();
      assertThat(lab.world.read()).isNotEqualTo(before);
      lab.world.advanceToIdle();
    } else {
      assertThatThrownBy(action::run)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(expected));
      assertThat(lab.world.read().find(disk)).isEqualTo(before.find(disk));
      assertThat(lab.world.read().everywhere("snapshot").toList())
          .isEqualTo(before.everywhere("snapshot").toList());
    }
  }
}
