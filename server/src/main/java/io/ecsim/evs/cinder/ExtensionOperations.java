package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderExtension;
import io.ecsim.api.evs.CinderListExtensionsResponse;
import io.ecsim.api.evs.ExtensionsApi;
import java.util.List;
import java.util.stream.Stream;

/** The extensions of the native API that are here, by OpenStack's names. */
public final class ExtensionOperations implements ExtensionsApi {
  private static final List<CinderExtension> ALL =
      Stream.of(
              "AdminActions os-admin-actions 2012-08-25",
              "AvailabilityZones os-availability-zone 2013-06-27",
              "Backups backups 2012-12-12",
              "ExtendedSnapshotAttributes os-extended-snapshot-attributes 2012-06-19",
              "Qos_specs_manage qos-specs 2013-08-02",
              "Quotas os-quota-sets 2011-08-08",
              "SchedulerHints OS-SCH-HNT 2013-04-18",
              "TypesExtraSpecs os-types-extra-specs 2011-08-24",
              "UsedLimits os-used-limits 2013-10-03",
              "VolumeActions os-volume-actions 2012-05-31",
              "VolumeHostAttribute os-vol-host-attr 2011-11-03",
              "VolumeImageMetadata os-vol-image-meta 2012-12-07",
              "VolumeMigStatusAttribute os-vol-mig-status-attr 2013-08-08",
              "VolumeTenantAttribute os-vol-tenant-attr 2011-11-03",
              "VolumeTransfer os-volume-transfer 2013-05-29")
          .map(ExtensionOperations::extension)
          .toList();

  private static CinderExtension extension(String text) {
    String[] words = text.split(" ", -1);
    return CinderExtension.builder()
        .name(words[0])
        .alias(words[1])
        .description(words[0] + " support.")
        .updated(words[2] + "T00:00:00+00:00")
        .links(List.of())
        .build();
  }

  @Override
  public CinderListExtensionsResponse cinderListExtensionsV2(Call call) {
    return new CinderListExtensionsResponse(ALL);
  }

  @Override
  public CinderListExtensionsResponse cinderListExtensionsV3(Call call) {
    return new CinderListExtensionsResponse(ALL);
  }
}
