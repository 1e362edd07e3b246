package io.ecsim.terraform.catalog.evs;

import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.ResourceType;
import java.util.List;

/** All of EVS that is doubled. */
public final class EvsDoubles {
  private EvsDoubles() {}

  /** Its resources. */
  public static List<ResourceType> resources() {
    return List.of(
        EvsMetadata.ofSnapshots(),
        EvsMetadata.ofVolumes(),
        new EvsRecycleBinPolicy(),
        EvsRecycleBinVolume.delete(),
        EvsRecycleBinVolume.revert(),
        EvsSnapshot.ofCinder(),
        EvsSnapshot.own(),
        new EvsSnapshotGroup(),
        new EvsSnapshotRollback(),
        new EvsSnapshotV5(),
        new EvsSnapshotV5Rollback(),
        new EvsUnsubscribePrepaidVolume(),
        new EvsVolume(),
        new EvsVolumeNative(),
        new EvsVolumeRetype(),
        EvsVolumeTransfer.v2(),
        EvsVolumeTransfer.v3(),
        EvsVolumeTransferAccepter.v2(),
        EvsVolumeTransferAccepter.v3(),
        new EvsVolumesBatchExpand());
  }

  /** Its data sources. */
  public static List<DataSource> dataSources() {
    return List.of(
        new EvsAvailabilityZonesData("huaweicloud_evs_availability_zones", "v2"),
        new EvsAvailabilityZonesData("huaweicloud_evsv3_availability_zones", "v3"),
        EvsQuotasData.v2(),
        EvsQuotasData.v3(),
        EvsAnswers.recycleBinPolicy(),
        EvsAnswers.recycleBinVolume(),
        EvsLists.recycleBinVolumes(),
        EvsAnswers.snapshotMetadata(),
        new EvsSnapshotsData(),
        EvsLists.snapshots(),
        StandardSnapshots.chains(),
        StandardSnapshots.groupTags(),
        StandardSnapshots.groups(),
        StandardSnapshots.snapshots(),
        StandardSnapshots.tags(),
        new EvsTagsData(),
        EvsAnswers.volumeTags(),
        EvsVolumeTypesData.detail(),
        EvsVolumeTypesData.v2(),
        EvsVolumeTypesData.v3(),
        new EvsVolumesByTagsData(),
        new EvsVolumesData(),
        EvsLists.transferDetails(),
        EvsLists.transfers(),
        EvsLists.transfersV3(),
        EvsLists.volumes());
  }
}
