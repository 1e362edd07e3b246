package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What data sources tell of disks, their snapshots, types, zones and quotas. */
class QuestionsAboutDisksTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void zonesSayWhetherTheyAreAvailable(String api) {
    Values zones = terraform.data("huaweicloud_" + api + "_availability_zones");
    assertThat(zones.text("region")).isEqualTo("cn-north-4");
    assertThat(zones.blocks("availability_zones"))
        .hasSize(3)
        .allMatch(zone -> zone.isSet("is_available"))
        .extracting(zone -> zone.text("name"))
        .contains("cn-north-4a");
  }

  @Test
  void quotasSayWhatIsUsed() {
    disks.disk("a");
    Values own = terraform.data("huaweicloud_evs_quotas", "usage", "True").block("quota_set");
    Values ofCinder = terraform.data("huaweicloud_evsv3_quotas", "usage", true).block("quota_set");

    assertThat(own.text("id")).isEqualTo(Disks.PROJECT);
    assertThat(own.block("gigabytes").number("reserved")).isZero();
    assertThat(own.block("volumes_essd").number("in_use")).isZero();
    assertThat(List.of(own, ofCinder))
        .allSatisfy(
            quotas -> {
              assertThat(quotas.block("volumes").number("in_use")).isEqualTo(1);
              assertThat(quotas.block("volumes").number("limit")).isPositive();
              assertThat(quotas.block("gigabytes_sas").number("in_use")).isEqualTo(10);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "evs_volume_types, types, available_availability_zones",
    "evsv3_volume_types, volume_types, availability_zones"
  })
  void typesSayWhereTheyAreSold(String source, String attribute, String zones) {
    List<Values> types = terraform.data("huaweicloud_" + source).blocks(attribute);

    assertThat(types).extracting(type -> type.text("name")).contains("SATA", "SAS", "ESSD2");
    Values sata = types.get(0);
    assertThat(sata.block("extra_specs").text(zones)).contains("cn-north-4a");
    assertThat(sata.block("extra_specs").text("sold_out_availability_zones"))
        .contains("cn-north-4a");
  }

  @Test
  void aTypeIsShownByItsId() {
    String id =
        terraform.data("huaweicloud_evsv3_volume_types").blocks("volume_types").get(1).text("id");
    Values type =
        terraform.data("huaweicloud_evsv3_volume_type_detail", "type_id", id).block("volume_type");

    assertThat(type.text("name")).isEqualTo("SAS");
    assertThat(type.block("extra_specs").text("reskey_availability_zones")).contains("cn-north-4a");
    assertThat(terraform.ask("huaweicloud_evsv3_volume_type_detail", "type_id", "x").errors())
        .hasSize(1);
  }

  @Test
  void tagsAreTheirValuesByKeyOrThoseOfOneDisk() {
    Managed disk = disks.disk("a", "tags", block("role", "log", "team", "x"));
    disks.disk("b", "tags", block("role", "data"));

    assertThat(terraform.data("huaweicloud_evs_tags").map("tags"))
        .containsEntry("role", "data,log")
        .containsEntry("team", "x");
    assertThat(terraform.data("huaweicloud_evs_volume_tags", "volume_id", disk.id()).blocks("tags"))
        .extracting(tag -> tag.text("key") + "=" + tag.text("value"))
        .containsExactlyInAnyOrder("role=log", "team=x");
  }

  @Test
  void whereNothingIsTaggedThereAreNoTags() {
    Managed disk = disks.disk("a");
    assertThat(terraform.data("huaweicloud_evs_tags").map("tags")).isEmpty();
    assertThat(terraform.data("huaweicloud_evs_volume_tags", "volume_id", disk.id()).blocks("tags"))
        .isEmpty();
    assertThat(terraform.ask("huaweicloud_evs_volume_tags", "volume_id", "x").errors()).hasSize(1);
  }

  private Values tagged(String action, String value) {
    return terraform.data(
        "huaweicloud_evs_volumes_by_tags",
        "action",
        action,
        "tags",
        List.of(block("key", "role", "values", List.of(value))),
        "matches",
        List.of(block("key", "resource_name", "value", "d")));
  }

  @Test
  void disksAreFoundByTheirTags() {
    Managed disk = disks.disk("d1", "tags", block("role", "log"));
    disks.disk("d2", "tags", block("role", "data"));
    disks.disk("x3", "tags", block("role", "log"));

    Values found = tagged("filter", "log");

    assertThat(found.number("total_count")).isEqualTo(1);
    Values resource = found.block("resources");
    assertThat(found.blocks("resources")).hasSize(1);
    assertThat(resource.text("resource_id")).isEqualTo(disk.id());
    assertThat(resource.block("tags").text("value")).isEqualTo("log");
    Values detail = resource.block("resource_detail");
    assertThat(detail.text("name")).isEqualTo("d1");
    assertThat(detail.text("os_vol_tenant_attr_tenant_id")).isEqualTo(Disks.PROJECT);
    assertThat(detail.map("tags")).containsEntry("role", "log");

    assertThat(tagged("count", "log").number("total_count")).isEqualTo(1);
    assertThat(tagged("filter", "none").blocks("resources")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void snapshotsAreFilteredByTheCloud(String api) {
    Managed disk = disks.disk("a");
    Managed snapshot = disks.snapshot(disk, "name", "one", "metadata", block("k", "v"));
    disks.snapshot(disks.disk("b"), "name", "two");
    String source = "huaweicloud_" + api + "_snapshots";

    assertThat(terraform.data(source).blocks("snapshots")).hasSize(2);
    assertThat(terraform.data(source, "status", "error").blocks("snapshots")).isEmpty();
    Values found = terraform.data(source, "volume_id", disk.id(), "name", "one");
    assertThat(found.blocks("snapshots")).hasSize(1);
    assertThat(found.block("snapshots").text("id")).isEqualTo(snapshot.id());
    assertThat(found.block("snapshots").number("size")).isEqualTo(10);
    assertThat(found.block("snapshots").map("metadata")).containsEntry("k", "v");
    assertThat(found.text("id")).isEqualTo(terraform.data(source, "name", "one").text("id"));
  }

  @Test
  void aSnapshotIsFoundByItsIdAndShowsItsMetadata() {
    Managed snapshot = disks.snapshot(disks.disk("a"), "metadata", block("k", "v"));
    assertThat(
            terraform
                .data("huaweicloud_evs_snapshots", "snapshot_id", snapshot.id())
                .blocks("snapshots"))
        .hasSize(1);
    assertThat(
            terraform
                .data("huaweicloud_evs_snapshot_metadata", "snapshot_id", snapshot.id())
                .map("metadata"))
        .containsEntry("k", "v");
    assertThat(terraform.ask("huaweicloud_evs_snapshot_metadata", "snapshot_id", "x").errors())
        .hasSize(1);
  }

  @Test
  void nativeDisksAreFilteredByTheCloud() {
    disks.disk("a");
    disks.disk("b", "volume_type", "GPSSD2", "size", 40, "iops", 4000, "throughput", 200);

    assertThat(terraform.data("huaweicloud_evsv3_volumes").blocks("volumes")).hasSize(2);
    Values one = terraform.data("huaweicloud_evsv3_volumes", "name", "b");
    assertThat(one.blocks("volumes")).hasSize(1);
    Values disk = one.block("volumes");
    assertThat(disk.text("bootable")).isEqualTo("false");
    assertThat(disk.blocks("links")).isNotEmpty();
    assertThat(disk.block("throughput").number("total_val")).isEqualTo(200);
    // A text here, though it is a number everywhere else.
    assertThat(disk.block("iops").text("total_val")).isEqualTo("4000");
    assertThat(terraform.data("huaweicloud_evsv3_volumes", "status", "error").blocks("volumes"))
        .isEmpty();
  }
}
