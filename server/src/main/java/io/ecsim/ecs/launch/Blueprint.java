package io.ecsim.ecs.launch;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.Bandwidth;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.DataVolume;
import io.ecsim.api.ecs.Eip;
import io.ecsim.api.ecs.Ipv6Bandwidth;
import io.ecsim.api.ecs.LaunchTemplateData;
import io.ecsim.api.ecs.OsProfile;
import io.ecsim.api.ecs.Publicip;
import io.ecsim.api.ecs.RootVolume;
import io.ecsim.api.ecs.ServerExtendparam;
import io.ecsim.api.ecs.ServerNic;
import io.ecsim.api.ecs.ServerPublicip;
import io.ecsim.api.ecs.ServerTag;
import io.ecsim.api.ecs.TemplateDataBlockDeviceMapping;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.pack.Networks;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The request for servers that a launch template stands for.
 *
 * @param networks what the template's subnets belong to
 * @param data what the template says
 */
record Blueprint(Networks networks, LaunchTemplateData data) {
  private static final String IMAGE = "image";

  /**
   * The request for servers of this option, still without a name and number, at the spot price or
   * paid for by use.
   */
  CreateServersOption.Builder of(
      State state, String project, Option option, boolean spot, String price) {
    TemplateDataBlockDeviceMapping system = system();
    return CreateServersOption.builder()
        .flavorRef(option.flavor().id())
        .availabilityZone(option.zone())
        .imageRef(system.sourceId())
        .rootVolume(
            RootVolume.builder().size(system.volumeSize()).volumetype(system.volumeType()).build())
        .dataVolumes(others(system).stream().map(Blueprint::data).toList())
        .vpcid(vpc(state, project))
        .nics(subnets().stream().map(id -> ServerNic.builder().subnetId(id).build()).toList())
        .securityGroups(orNone(data.securityGroupIds()).stream().map(Ipv6Bandwidth::new).toList())
        .description(data.description())
        .keyName(data.osProfile() == null ? null : data.osProfile().keyName())
        .userData(data.osProfile() == null ? null : data.osProfile().userData())
        .metadata(metadata())
        .serverTags(tags())
        .publicip(address())
        .extendparam(terms(spot, price));
  }

  private static <T> List<T> orNone(List<T> list) {
    return list == null ? List.of() : list;
  }

  private List<TemplateDataBlockDeviceMapping> disks() {
    List<TemplateDataBlockDeviceMapping> disks = orNone(data.blockDeviceMappings());
    Unmodelled.refuse(
        disks.stream().anyMatch(disk -> Boolean.TRUE.equals(disk.encrypted())),
        "template_data.block_device_mappings[].encrypted in an auto launch group");
    return disks;
  }

  private TemplateDataBlockDeviceMapping system() {
    return disks().stream()
        .filter(disk -> IMAGE.equals(disk.sourceType()) && disk.sourceId() != null)
        .filter(disk -> Objects.equals(index(disk), 0) || index(disk) == null)
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    "Ecs.0031", "The template has no block_device_mappings[] with an image."));
  }

  private List<TemplateDataBlockDeviceMapping> others(TemplateDataBlockDeviceMapping system) {
    var others = new ArrayList<>(disks());
    others.remove(system);
    return others;
  }

  private static Integer index(TemplateDataBlockDeviceMapping disk) {
    return disk.attachment() == null ? null : disk.attachment().bootIndex();
  }

  private static DataVolume data(TemplateDataBlockDeviceMapping disk) {
    boolean image = IMAGE.equals(disk.sourceType());
    Unmodelled.refuse(
        !image && disk.sourceId() != null && !disk.sourceId().isEmpty(),
        "template_data.block_device_mappings[].source_type %s in an auto launch group"
            .formatted(disk.sourceType()));
    if (disk.volumeSize() == null) {
      throw new ApiError("Ecs.0005", "block_device_mappings[].volume_size of a data disk is null.");
    }
    return DataVolume.builder()
        .size(disk.volumeSize())
        .volumetype(disk.volumeType())
        .dataImageId(image ? disk.sourceId() : null)
        .deleteOnTermination(
            disk.attachment() == null ? null : disk.attachment().deleteOnTermination())
        .build();
  }

  private List<String> subnets() {
    return orNone(data.networkInterfaces()).stream().map(card -> card.virsubnetId()).toList();
  }

  private String vpc(State state, String project) {
    if (subnets().isEmpty()) {
      throw new ApiError("Ecs.0050", "The template has no network_interfaces.");
    }
    String id = subnets().get(0);
    Networks.Subnet subnet = id == null ? null : networks.subnet(state, project, id);
    if (subnet == null) {
      throw new ApiError("Ecs.0038", "The subnet '%s' does not exist.".formatted(id));
    }
    return subnet.vpcId();
  }

  private Map<String, String> metadata() {
    var metadata = new LinkedHashMap<String, String>();
    if (data.metadata() != null) {
      metadata.putAll(data.metadata());
    }
    OsProfile os = data.osProfile();
    if (os != null) {
      Unmodelled.refuse(
          Boolean.TRUE.equals(os.enableMonitoringService()),
          "template_data.os_profile.enable_monitoring_service in an auto launch group");
      if (os.iamAgencyName() != null) {
        metadata.put("agency_name", os.iamAgencyName());
      }
    }
    return metadata;
  }

  private List<ServerTag> tags() {
    return orNone(data.tagOptions()).stream()
        .flatMap(option -> orNone(option.tags()).stream())
        .map(tag -> new ServerTag(tag.key(), tag.value()))
        .toList();
  }

  private ServerPublicip address() {
    Publicip wish = data.internetAccess() == null ? null : data.internetAccess().publicip();
    if (wish == null) {
      return null;
    }
    if (wish.bandwidth() == null) {
      throw new ApiError("Ecs.0005", "internet_access.publicip.bandwidth of the template is null.");
    }
    Unmodelled.refuse(
        "prePaid".equals(wish.chargingMode()),
        "template_data.internet_access.publicip.charging_mode prePaid");
    var band = wish.bandwidth();
    String share = band.shareType() == null ? "PER" : band.shareType();
    return new ServerPublicip(
        wish.deleteOnTermination(),
        new Eip(
            new Bandwidth(band.chargeMode(), band.id(), share, band.size()),
            null,
            wish.publicipType()),
        null);
  }

  private ServerExtendparam terms(boolean spot, String price) {
    var options = data.marketOptions() == null ? null : data.marketOptions().spotOptions();
    Unmodelled.refuse(
        options != null && options.blockDurationMinutes() != null,
        "template_data.market_options.spot_options.block_duration_minutes");
    String usual =
        options == null || options.spotPrice() == null ? null : options.spotPrice().toString();
    String bid = price == null ? usual : price;
    return ServerExtendparam.builder()
        .chargingMode("postPaid")
        .enterpriseProjectId(data.enterpriseProjectId())
        .supportAutoRecovery(data.autoRecovery())
        .marketType(spot ? "spot" : null)
        .spotPrice(spot ? bid : null)
        .build();
  }
}
