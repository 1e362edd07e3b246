package io.ecsim.terraform.catalog.ecs;

import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.ResourceType;
import java.util.List;

/** All of ECS that is doubled. */
public final class EcsDoubles {
  private EcsDoubles() {}

  /** Its resources. */
  public static List<ResourceType> resources() {
    return List.of(
        new ComputeAutoLaunchGroup(),
        new ComputeEipAssociate(),
        new ComputeInstance(),
        new ComputeInterfaceAttach(),
        new ComputeKeypair(),
        ComputeOs.change(),
        ComputeOs.reinstall(),
        new ComputeRecyclePolicy(),
        new ComputeServergroup(),
        new ComputeTemplate(),
        new ComputeVolumeAttach(),
        ScheduledEventDeed.accept(),
        ScheduledEventDeed.update(),
        ServerDeed.deleteFromBin(),
        ServerDeed.dump(),
        ServerDeed.forgetPassword(),
        ServerDeed.recoverFromBin(),
        ServerDeed.redeploy());
  }

  /** Its data sources. */
  public static List<DataSource> dataSources() {
    return List.of(
        AvailabilityZonesData.current(),
        AvailabilityZonesData.old(),
        new ComputeAppendableVolumeQuotaData(),
        new ComputeFlavorsData(),
        new ComputeInstanceData(),
        new ComputeInstanceRemoteConsoleData(),
        new ComputeInstancesData(),
        new ComputeServergroupsData(),
        new ComputeSupplyRecommendationsData(),
        EcsAnswers.attachableNics(),
        EcsAnswers.availabilityZones(),
        EcsAnswers.flavorCapacity(),
        EcsAnswers.password(),
        EcsAnswers.quotas(),
        EcsAnswers.volumeAttachments(),
        EcsLists.autoLaunchGroupInstances(),
        EcsLists.autoLaunchGroups(),
        EcsLists.flavorSalesPolicies(),
        EcsLists.recycleBinServers(),
        EcsLists.resizeFlavors(),
        EcsLists.scheduledEvents(),
        EcsLists.templateVersions(),
        EcsLists.templates());
  }
}
