package io.ecsim.eip;

import io.ecsim.api.eip.CreatePublicipPublicip;
import io.ecsim.api.eip.Profile;
import io.ecsim.api.eip.PublicipBandwidth;
import io.ecsim.api.eip.PublicipV1;
import io.ecsim.api.eip.Vnic;
import io.ecsim.pack.Utc;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** An EIP as each generation shows it. What it is not bound to, the first does not mention. */
final class PublicipView {
  static final int VERSION = 4;
  static final String BORDER = "center";
  static final List<String> SHAREABLE = List.of("share");

  /** What the third generation calls the sort of EIP that this is. */
  static final String TYPE = "EIP";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private PublicipView() {}

  /** As {@code /v1} answers whoever made it. */
  static CreatePublicipPublicip made(Sight sight) {
    Publicip eip = sight.spec();
    return CreatePublicipPublicip.builder()
        .id(sight.eip().id())
        .status(sight.eip().status().label())
        .type(eip.type())
        .alias(eip.alias())
        .publicIpAddress(eip.address())
        .ipVersion(VERSION)
        .tenantId(sight.eip().ref().project())
        .createTime(time(sight))
        .bandwidthSize(sight.way() == null ? 0 : sight.way().size())
        .enterpriseProjectId(eip.enterpriseProject())
        .build();
  }

  /** As {@code /v1} shows it. */
  static PublicipV1 v1(Sight sight) {
    Publicip eip = sight.spec();
    Bandwidth way = sight.way();
    return PublicipV1.builder()
        .id(sight.eip().id())
        .status(sight.eip().status().label())
        .type(eip.type())
        .alias(eip.alias())
        .publicIpAddress(eip.address())
        .privateIpAddress(sight.privateAddress())
        .portId(sight.portId())
        .ipVersion(VERSION)
        .tenantId(sight.eip().ref().project())
        .createTime(time(sight))
        .bandwidthId(eip.bandwidth().id())
        .bandwidthName(way == null ? "" : way.name())
        .bandwidthSize(way == null ? 0 : way.size())
        .bandwidthShareType(way == null ? null : way.share().name())
        .enterpriseProjectId(eip.enterpriseProject())
        .profile(new Profile(null, null, null, null))
        .publicBorderGroup(BORDER)
        .allowShareBandwidthTypes(SHAREABLE)
        .tags(Labels.texts(eip.labels()))
        .build();
  }

  private static String time(Sight sight) {
    return TIME.format(Instant.ofEpochMilli(sight.eip().createdAt()));
  }

  /** As {@code /v3} shows it. */
  static io.ecsim.api.eip.Publicip v3(Sight sight) {
    Publicip eip = sight.spec();
    return io.ecsim.api.eip.Publicip.builder()
        .id(sight.eip().id())
        .projectId(sight.eip().ref().project())
        .status(sight.eip().status().label())
        .type(TYPE)
        .publicipPoolName(eip.type())
        .alias(eip.alias())
        .description(eip.description())
        .publicIpAddress(eip.address())
        .ipVersion(VERSION)
        .associateInstanceType(sight.port() == null ? null : Association.PORT)
        .associateInstanceId(sight.portId())
        .cascadeDeleteByInstance(eip.goes())
        .vnic(sight.port() == null ? null : vnic(sight))
        .bandwidth(sight.way() == null ? null : bandwidth(sight))
        .enterpriseProjectId(eip.enterpriseProject())
        .billingInfo("")
        .lockStatus("")
        .publicBorderGroup(BORDER)
        .allowShareBandwidthTypes(SHAREABLE)
        .tags(Labels.texts(eip.labels()))
        .createdAt(Utc.seconds(sight.eip().createdAt()))
        .updatedAt(Utc.seconds(sight.eip().updatedAt()))
        .build();
  }

  private static Vnic vnic(Sight sight) {
    String server = sight.serverId();
    return Vnic.builder()
        .portId(sight.portId())
        .privateIpAddress(sight.privateAddress())
        .mac(sight.port().mac())
        .vpcId(sight.port().vpcId())
        .deviceId(server == null ? "" : server)
        .deviceOwner(sight.port().owner())
        .instanceId("")
        .instanceType("")
        .portProfile("")
        .build();
  }

  private static PublicipBandwidth bandwidth(Sight sight) {
    return PublicipBandwidth.builder()
        .id(sight.bandwidth().id())
        .name(sight.way().name())
        .size(sight.way().size())
        .shareType(sight.way().share().name())
        .chargeMode(sight.way().chargeMode())
        .billingInfo("")
        .build();
  }
}
