package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resources that are deeds: done once, never looked at again, never undone. */
class WhatIsDoneOnceInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed disk;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    disk = disks.disk("data");
  }

  private void staysDone(Managed deed, Object... config) {
    assertThat(deed.plan(config).action()).isEqualTo(Action.NOTHING);
    var before = cloud.resources();
    deed.destroy();
    assertThat(cloud.resources()).isEqualTo(before);
    assertThat(deed.tryImport("x")).singleElement().asString().contains("doesn't support import");
  }

  @Test
  void aDiskIsRolledBack() {
    Managed snapshot = disks.snapshot(disk);
    Managed rollback = terraform.resource("huaweicloud_evs_snapshot_rollback");
    Object[] config = {"snapshot_id", snapshot.id(), "volume_id", disk.id()};
    rollback.apply(config);

    assertThat(rollback.id()).isEqualTo(snapshot.id());
    assertThat(cloud.http().get("/_ecsim/journal?id=" + disk.id()).text()).contains("rollbacking");
    assertThat(rollback.plan("snapshot_id", "other", "volume_id", disk.id()).replacing())
        .containsExactly("snapshot_id");
    staysDone(rollback, config);
  }

  @Test
  void aRollbackThatFailsIsSeenInTheStatusOfTheDisk() {
    Managed snapshot = disks.snapshot(disk);
    cloud.fault("{\"on\": {\"edge\": \"volume.rollback\"}, \"do\": {\"fail\": true}}");
    Managed rollback = terraform.resource("huaweicloud_evs_snapshot_rollback");

    rollback.apply("snapshot_id", snapshot.id(), "volume_id", disk.id());

    assertThat(disk.refresh()).isEmpty();
    assertThat(disk.state().text("status")).isEqualTo("error_rollbacking");
  }

  @Test
  void aRollbackThatIsRefusedIsNotRemembered() {
    Managed snapshot = disks.snapshot(disk);
    Managed rollback = terraform.resource("huaweicloud_evs_snapshot_rollback");

    assertThat(
            rollback.attempt("snapshot_id", snapshot.id(), "volume_id", disks.disk("other").id()))
        .hasSize(1);
    assertThat(rollback.exists()).isFalse();
  }

  @Test
  void aDiskIsGivenAnotherType() {
    Managed retype = terraform.resource("huaweicloud_evs_volume_retype");
    Object[] config = {"volume_id", disk.id(), "new_type", "SSD"};
    retype.apply(config);

    assertThat(disks.volume(disk.id(), "/volume_type")).isEqualTo("SSD");
    assertThat(retype.plan("volume_id", disk.id(), "new_type", "GPSSD").errors())
        .singleElement()
        .asString()
        .startsWith("new_type can't be updated, SSD -> GPSSD");
    staysDone(retype, config);
  }

  @Test
  void aTypeWithProvisionedPerformanceTakesItAsText() {
    Managed retype = terraform.resource("huaweicloud_evs_volume_retype");
    retype.apply("volume_id", disk.id(), "new_type", "GPSSD2", "iops", "3500", "throughput", "150");
    assertThat(disks.volume(disk.id(), "/iops/total_val")).isEqualTo("3500");
  }

  @Test
  void isDoneAgainWhereTheConfigurationAsksForIt() {
    Managed retype = terraform.resource("huaweicloud_evs_volume_retype");
    retype.apply("volume_id", disk.id(), "new_type", "GPSSD");
    Object[] again = {"volume_id", disk.id(), "new_type", "SSD", "enable_force_new", "true"};

    assertThat(retype.plan(again).action()).isEqualTo(Action.REPLACE);
    retype.apply(again);
    assertThat(disks.volume(disk.id(), "/volume_type")).isEqualTo("SSD");
    assertThat(retype.plan(again).action()).isEqualTo(Action.NOTHING);
  }

  private Object[] expansion(Managed other, int size, Object... more) {
    Map<String, Object> least =
        block(
            "volumes",
            List.of(
                block("id", disk.id(), "new_size", 20), block("id", other.id(), "new_size", size)));
    return Disks.config(least, more);
  }

  @Test
  void severalDisksAreMadeLargerAtOnce() {
    Managed other = disks.disk("other");
    Managed expansion = terraform.resource("huaweicloud_evs_volumes_batch_expand");
    expansion.apply(expansion(other, 30));

    assertThat(disks.volume(disk.id(), "/size")).isEqualTo("20");
    assertThat(disks.volume(other.id(), "/size")).isEqualTo("30");
    assertThat(expansion.plan(expansion(other, 40)).errors())
        .singleElement()
        .asString()
        .startsWith("volumes.1.new_size can't be updated, 30 -> 40");
    assertThat(expansion.plan("volumes", List.of(block("id", disk.id(), "new_size", 20))).errors())
        .singleElement()
        .asString()
        .startsWith("volumes can't be updated, 2 blocks -> 1 blocks");
    assertThat(expansion.plan(expansion(other, 40, "enable_force_new", "true")).replacing())
        .containsExactly("volumes.1.new_size");
    staysDone(expansion, expansion(other, 30));
  }

  @Test
  void anExpansionThatFailsIsNotRemembered() {
    Managed other = disks.disk("other");
    cloud.fault(
        "{\"on\": {\"edge\": \"volume.extend\"}, \"where\": {\"name\": \"other\"},"
            + " \"do\": {\"fail\": true}}");
    Managed expansion = terraform.resource("huaweicloud_evs_volumes_batch_expand");

    assertThat(expansion.attempt(expansion(other, 30)))
        .singleElement()
        .asString()
        .contains("EVS.2026");
    assertThat(expansion.exists()).isFalse();
  }
}
