package io.ecsim.eip;

import io.ecsim.api.eip.BandwidthRulePublicipInfo;
import io.ecsim.api.eip.EipBandwidth;
import io.ecsim.api.eip.PublicipInfo;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A bandwidth as each generation shows it, with the EIPs and IPv6 ports that use it. */
record BandwidthView(Networks networks) {
  private static final String DUAL_STACK = "5_dualStack";
  private static final int IPV6 = 6;

  /** As {@code /v1} and {@code /v2.0} show it. */
  io.ecsim.api.eip.Bandwidth v1(State state, Resource<Bandwidth> bandwidth) {
    Bandwidth spec = bandwidth.spec();
    return io.ecsim.api.eip.Bandwidth.builder()
        .id(bandwidth.id())
        .name(spec.name())
        .size(spec.size())
        .shareType(spec.share().name())
        .chargeMode(spec.chargeMode())
        .bandwidthType(spec.share().kind())
        .publicBorderGroup(PublicipView.BORDER)
        .publicipInfo(users(state, bandwidth))
        .billingInfo("")
        .tenantId(bandwidth.ref().project())
        .enterpriseProjectId(spec.enterpriseProject())
        .enableBandwidthRules(false)
        .ruleQuota(0)
        .bandwidthRules(List.of())
        .status(bandwidth.status().label())
        .createdAt(Utc.seconds(bandwidth.createdAt()))
        .updatedAt(Utc.seconds(bandwidth.updatedAt()))
        .build();
  }

  private List<PublicipInfo> users(State state, Resource<Bandwidth> bandwidth) {
    Stream<PublicipInfo> eips =
        state.usersOf(bandwidth.ref(), Tables.PUBLICIPS).stream().map(BandwidthView::eip);
    Stream<PublicipInfo> ports =
        bandwidth.spec().ports().stream()
            .map(port -> networks.port(state, port.project(), port.id()))
            .filter(Objects::nonNull)
            .map(BandwidthView::port);
    return Stream.concat(eips, ports).toList();
  }

  private static PublicipInfo eip(Resource<Publicip> eip) {
    return PublicipInfo.builder()
        .publicipId(eip.id())
        .publicipAddress(eip.spec().address())
        .ipVersion(PublicipView.VERSION)
        .publicipType(eip.spec().type())
        .build();
  }

  private static PublicipInfo port(Networks.PortFacts port) {
    return PublicipInfo.builder()
        .publicipId(port.ref().id())
        .publicipv6Address(port.address6())
        .ipVersion(IPV6)
        .publicipType(DUAL_STACK)
        .build();
  }

  /** As {@code /v3} shows it. */
  EipBandwidth v3(State state, Resource<Bandwidth> bandwidth) {
    Bandwidth spec = bandwidth.spec();
    return EipBandwidth.builder()
        .id(bandwidth.id())
        .name(spec.name())
        .size(spec.size())
        .type(spec.share().name())
        .bandwidthType(spec.share().kind())
        .publicBorderGroup(PublicipView.BORDER)
        .publicipInfo(
            users(state, bandwidth).stream()
                .map(
                    user ->
                        BandwidthRulePublicipInfo.builder()
                            .publicipId(user.publicipId())
                            .publicipAddress(user.publicipAddress())
                            .publicipv6Address(user.publicipv6Address())
                            .ipVersion(user.ipVersion())
                            .publicipType(user.publicipType())
                            .build())
                .toList())
        .projectId(bandwidth.ref().project())
        .billinginfo("")
        .adminState(bandwidth.status().label())
        .enableBandwidthRules(false)
        .ruleQuota(0)
        .bandwidthRules(List.of())
        .tags(List.of())
        .createdAt(Utc.seconds(bandwidth.createdAt()))
        .updatedAt(Utc.seconds(bandwidth.updatedAt()))
        .build();
  }
}
