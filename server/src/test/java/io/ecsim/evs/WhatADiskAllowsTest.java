package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.State;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disk status table of the user guide, action by action: evs-lifecycle.md a.1 and b.1. */
class WhatADiskAllowsTest {
  private static final String TABLE =
      """
      status            | attach   | detach   | extend   | delete
      creating          | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      downloading       | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      available         | yes      | Ecs.0111 | yes      | yes
      attaching         | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      in-use            | Ecs.0103 | yes      | yes      | EVS.1046
      shared in-use     | yes      | yes      | EVS.1065 | EVS.1046
      detaching         | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      extending         | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      deleting          | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      error             | Ecs.0103 | Ecs.0102 | EVS.1064 | yes
      error_deleting    | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      error_extending   | Ecs.0103 | Ecs.0102 | EVS.1064 | yes
      error_restoring   | Ecs.0103 | Ecs.0102 | EVS.1064 | yes
      error_rollbacking | Ecs.0103 | Ecs.0102 | EVS.1064 | yes
      error_detaching   | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      restoring-backup  | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      backing-up        | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.2130
      uploading         | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      rollbacking       | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      retyping          | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      awaiting-transfer | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      pending-destroy   | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      recovering        | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      error_recovering  | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      destroying        | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      error_destroying  | Ecs.0103 | Ecs.0102 | EVS.1064 | EVS.1046
      """;

  private final Lab lab = new Lab();
  private final Ref server = lab.server("one");
  private final Ref other = lab.server("two");

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void each_status_allows_what_the_table_says(
      String status, String attach, String detach, String extend, String delete) {
    check(attach, status, disk -> lab.attach(disk, other));
    check(detach, status, disk -> lab.detach(disk, server));
    check(extend, status, disk -> lab.extend(disk, 20));
    check(delete, status, lab::delete);
  }

  @Test
  void the_table_names_every_status() {
    assertThat(VolumeTable.VOLUMES.statuses())
        .allMatch(
            status ->
                Arrays.stream(TABLE.split("\n")).anyMatch(row -> row.startsWith(status.label())));
  }

  private interface Action {
    Job begin(Ref disk);
  }

  private void check(String expected, String status, Action action) {
    Ref disk = disk(status);
    State before = lab.world.read();
    if (expected.equals("yes")) {
      action.begin(disk);
      assertThat(lab.see(disk).busy()).isTrue();
      lab.world.advanceToIdle();
    } else {
      assertThatThrownBy(() -> action.begin(disk))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(expected));
      assertThat(lab.see(disk)).isEqualTo(before.find(disk));
    }
  }

  private Ref disk(String status) {
    return switch (status) {
      case "in-use" -> lab.attached("data", server);
      case "shared in-use" -> {
        Ref disk = lab.shared("data");
        lab.attach(disk, server);
        lab.world.advanceToIdle();
        yield disk;
      }
      default -> {
        Ref disk = lab.disk("data");
        lab.force(disk, VolumeTable.VOLUMES.status(status).orElseThrow());
        yield disk;
      }
    };
  }

  /** The statuses that come while an edge is under way refuse as the bare words do. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"creating", "downloading", "attaching", "detaching", "extending", "deleting"})
  void what_is_under_way_refuses_everything(String status) {
    Ref disk = underWay(status);
    assertThat(lab.status(disk)).isEqualTo(status);

    refused("Ecs.0103", () -> lab.attach(disk, other));
    refused("EVS.1064", () -> lab.extend(disk, 30));
    refused("EVS.1046", () -> lab.delete(disk));
    refused("Ecs.0102", () -> lab.detach(disk, server));
    assertThat(lab.status(disk)).isEqualTo(status);
  }

  private Ref underWay(String status) {
    return switch (status) {
      case "creating" -> lab.creating("data");
      case "downloading" -> {
        lab.server("three", List.of(Lab.order("data", Lab.IMAGE, 0, true)));
        lab.pass(4);
        yield new Ref("volume", Lab.PROJECT, "data");
      }
      case "attaching" -> begun(lab.disk("data"), disk -> lab.attach(disk, server));
      case "detaching" -> begun(lab.attached("data", server), disk -> lab.detach(disk, server));
      case "extending" -> begun(lab.disk("data"), disk -> lab.extend(disk, 20));
      case "deleting" -> begun(lab.disk("data"), lab::delete);
      default -> throw new IllegalArgumentException(status);
    };
  }

  private static Ref begun(Ref disk, Action action) {
    action.begin(disk);
    return disk;
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void a_disk_with_more_than_128_snapshots_keeps_its_type() {
    Ref disk = lab.disk("data");
    for (int i = 0; i < 129; i++) {
      lab.snapping("s", disk, false);
    }
    lab.world.advanceToIdle();

    assertThatThrownBy(() -> lab.retype(disk, "SSD"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EVS.2088"))
        .hasMessageContaining("129");
    lab.deleteSnapshot(lab.world.read().everywhere("snapshot").findFirst().orElseThrow().ref());
    lab.world.advanceToIdle();
    lab.retype(disk, "SSD");
    assertThat(lab.status(disk)).isEqualTo("retyping");
  }
}
