package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Disks that are deleted and wait to be deleted for good. */
class TheRecycleBinInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
  }

  private Managed on() {
    return terraform
        .resource("huaweicloud_evs_recycle_bin_policy")
        .apply("switch", true, "threshold_time", 1, "keep_time", 7);
  }

  /** A disk that is old enough when it is destroyed. */
  private String thrownAway(String name) {
    Managed disk = disks.disk(name);
    String id = disk.id();
    cloud.http().post("/_ecsim/clock/advance", "{\"by\": \"P2D\"}");
    disk.destroy();
    return id;
  }

  private List<Values> inTheBin(Object... filters) {
    return terraform.data("huaweicloud_evs_recycle_bin_volumes_detail", filters).blocks("volumes");
  }

  @Test
  void itsPolicyIsSaidOnce() {
    Values before = terraform.data("huaweicloud_evs_recycle_bin_policy");
    assertThat(before.flag("switch")).isFalse();
    Managed policy = on();

    Values now = terraform.data("huaweicloud_evs_recycle_bin_policy");
    assertThat(now.flag("switch")).isTrue();
    assertThat(now.number("threshold_time")).isEqualTo(1);
    assertThat(now.number("keep_time")).isEqualTo(7);
    assertThat(policy.plan("switch", true, "threshold_time", 1, "keep_time", 7).action())
        .isEqualTo(Action.NOTHING);
    assertThat(policy.plan("switch", true, "threshold_time", 2, "keep_time", 7).errors())
        .singleElement()
        .asString()
        .startsWith("threshold_time can't be updated, 1 -> 2");
    policy.destroy();
    assertThat(terraform.data("huaweicloud_evs_recycle_bin_policy").flag("switch")).isTrue();
  }

  @Test
  void whatIsDestroyedIsSeenThere() {
    on();
    String id = thrownAway("old");

    assertThat(inTheBin()).hasSize(1);
    assertThat(inTheBin("name", "old").get(0).text("plan_delete_at")).isNotEmpty();
    assertThat(inTheBin("name", "other")).isEmpty();
    Values detail =
        terraform
            .data("huaweicloud_evs_recycle_bin_volume_detail", "volume_id", id)
            .block("volume");
    assertThat(detail.text("id")).isEqualTo(id);
    assertThat(detail.number("size")).isEqualTo(10);
    assertThat(detail.text("pre_deleted_at")).isNotEmpty();
    assertThat(
            terraform.ask("huaweicloud_evs_recycle_bin_volume_detail", "volume_id", "x").errors())
        .hasSize(1);
  }

  @Test
  void whatIsTakenOutIsADiskAgain() {
    on();
    String id = thrownAway("old");
    Managed revert = terraform.resource("huaweicloud_evs_recycle_bin_volume_revert");
    revert.apply("volume_id", id);

    assertThat(revert.id()).isEqualTo(id);
    assertThat(inTheBin()).isEmpty();
    assertThat(disks.volume(id, "/status")).isEqualTo("available");
    assertThat(terraform.resource("huaweicloud_evs_volume").imported(id).state().text("name"))
        .isEqualTo("old");
    assertThat(revert.plan("volume_id", id).action()).isEqualTo(Action.NOTHING);
    assertThat(revert.plan("volume_id", "x").errors())
        .singleElement()
        .asString()
        .startsWith("volume_id can't be updated, " + id + " -> x");
    revert.destroy();
    assertThat(disks.volume(id, "/status")).isEqualTo("available");
  }

  @Test
  void whatIsDeletedThereIsGone() {
    on();
    String id = thrownAway("old");
    Managed deletion = terraform.resource("huaweicloud_evs_recycle_bin_volume_delete");
    deletion.apply("volume_id", id);

    assertThat(inTheBin()).isEmpty();
    assertThat(deletion.plan("volume_id", id).action()).isEqualTo(Action.NOTHING);
    Managed again = terraform.resource("huaweicloud_evs_recycle_bin_volume_revert");
    assertThat(again.attempt("volume_id", id)).singleElement().asString().contains("404");
    assertThat(again.exists()).isFalse();
  }
}
