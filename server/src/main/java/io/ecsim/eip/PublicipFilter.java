package io.ecsim.eip;

import io.ecsim.api.eip.ListPublicipsQuery;
import io.ecsim.api.eip.ListPublicipsV1Query;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;

/** Which EIPs a list asks for, and in which order. */
final class PublicipFilter {
  private static final Map<String, Function<Sight, String>> KEYS =
      Map.of(
          "id", sight -> sight.eip().id(),
          "public_ip_address", sight -> sight.spec().address(),
          "updated_at", sight -> "%020d".formatted(sight.eip().updatedAt()));

  private PublicipFilter() {}

  /** Whether a list of the first generation shows an EIP. */
  static boolean v1(ListPublicipsV1Query query, Sight sight) {
    return Match.any(query.id(), sight.eip().id())
        && Match.one(query.ipVersion(), PublicipView.VERSION)
        && Match.any(query.portId(), sight.portId())
        && Match.any(query.publicIpAddress(), sight.spec().address())
        && Match.any(query.privateIpAddress(), sight.privateAddress())
        && Match.any(query.allowShareBandwidthTypeAny(), PublicipView.SHAREABLE.get(0))
        && Match.enterprise(query.enterpriseProjectId(), sight.spec().enterpriseProject());
  }

  /** Whether a list of the third generation shows an EIP. */
  static boolean v3(ListPublicipsQuery query, Sight sight) {
    Publicip eip = sight.spec();
    return Match.any(query.id(), sight.eip().id())
        && Match.any(query.ipVersion(), PublicipView.VERSION)
        && Match.any(query.publicIpAddress(), eip.address())
        && Match.like(query.publicIpAddressLike(), eip.address())
        && query.publicIpv6Address().isEmpty()
        && Match.like(query.publicIpv6AddressLike(), null)
        && Match.any(query.type(), PublicipView.TYPE)
        && Match.any(query.networkType(), eip.type())
        && Match.any(query.publicipPoolName(), eip.type())
        && Match.any(query.status(), sight.eip().status().label())
        && Match.any(query.alias(), eip.alias())
        && Match.like(query.aliasLike(), eip.alias())
        && Match.any(query.description(), eip.description())
        && Match.enterprises(query.enterpriseProjectId(), eip.enterpriseProject())
        && Match.any(query.billingInfo(), "")
        && Match.one(query.billingMode(), "PAY_PER_USE")
        && Match.any(query.publicBorderGroup(), PublicipView.BORDER)
        && Match.any(query.allowShareBandwidthTypeAny(), PublicipView.SHAREABLE.get(0))
        && bound(query, sight)
        && bandwidth(query, sight.way(), eip.bandwidth().id());
  }

  private static boolean bound(ListPublicipsQuery query, Sight sight) {
    var port = sight.port();
    String owner = port == null ? null : port.owner();
    boolean prefixed =
        query.vnicDeviceOwnerPrefixlike() == null
            || (owner != null && owner.startsWith(query.vnicDeviceOwnerPrefixlike()));
    return prefixed
        && Match.any(query.associateInstanceType(), port == null ? null : Association.PORT)
        && Match.any(query.associateInstanceId(), sight.portId())
        && Match.any(query.vnicPortId(), sight.portId())
        && Match.any(query.vnicPrivateIpAddress(), sight.privateAddress())
        && Match.like(query.vnicPrivateIpAddressLike(), sight.privateAddress())
        && Match.any(query.vnicDeviceId(), sight.serverId())
        && Match.any(query.vnicDeviceOwner(), owner)
        && Match.any(query.vnicVpcId(), port == null ? null : port.vpcId())
        && Match.any(query.vnicInstanceType(), "")
        && Match.any(query.vnicInstanceId(), "");
  }

  private static boolean bandwidth(ListPublicipsQuery query, Bandwidth way, String id) {
    return Match.any(query.bandwidthId(), id)
        && Match.any(query.bandwidthName(), way == null ? null : way.name())
        && (query.bandwidthNameLike().isEmpty()
            || query.bandwidthNameLike().stream()
                .anyMatch(part -> Match.like(part, way == null ? null : way.name())))
        && Match.any(query.bandwidthSize(), way == null ? null : way.size())
        && Match.any(query.bandwidthShareType(), way == null ? null : way.share())
        && Match.any(query.bandwidthChargeMode(), way == null ? null : way.chargeMode());
  }

  /** The order that a list of the third generation asks for; oldest first if for none. */
  static Comparator<Sight> order(ListPublicipsQuery query) {
    Function<Sight, String> key =
        KEYS.getOrDefault(
            query.sortKey() == null ? "" : query.sortKey(),
            sight -> "%020d".formatted(sight.eip().seq()));
    Comparator<Sight> rising = Comparator.comparing(key);
    return "desc".equals(query.sortDir()) ? rising.reversed() : rising;
  }
}
