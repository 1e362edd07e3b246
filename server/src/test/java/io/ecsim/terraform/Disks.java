package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;

import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.Map;
import java.util.stream.Stream;

/** Disks and snapshots for tests of what is done to them, and a look at them in the cloud. */
final class Disks {
  static final String PROJECT = "0ec5a000000000000000000000000001";

  private final WholeDouble cloud;
  private final Terraform terraform;

  Disks(WholeDouble cloud, Terraform terraform) {
    this.cloud = cloud;
    this.terraform = terraform;
  }

  /** A configuration with these arguments instead or besides. */
  static Object[] config(Map<String, Object> least, Object... more) {
    least.putAll(block(more));
    return least.entrySet().stream()
        .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
        .toArray();
  }

  /** A disk of 10 GiB in Terraform's hands. */
  Managed disk(String name, Object... more) {
    return terraform
        .resource("huaweicloud_evs_volume")
        .apply(
            config(
                block(
                    "name",
                    name,
                    "availability_zone",
                    "cn-north-4a",
                    "volume_type",
                    "SAS",
                    "size",
                    10),
                more));
  }

  /** A snapshot in Terraform's hands. */
  Managed snapshot(Managed disk, Object... more) {
    return terraform
        .resource("huaweicloud_evs_snapshot")
        .apply(config(block("volume_id", disk.id(), "name", "before"), more));
  }

  /** A member of a disk as the cloud shows it, such as {@code /status}. */
  String volume(String id, String pointer) {
    return cloud.http().get("/evs/v2/" + PROJECT + "/cloudvolumes/" + id).at("/volume" + pointer);
  }

  /** A member of a snapshot as the cloud shows it. */
  String snapshot(String id, String pointer) {
    return cloud
        .http()
        .get("/evs/v2/" + PROJECT + "/cloudsnapshots/" + id)
        .at("/snapshot" + pointer);
  }
}
