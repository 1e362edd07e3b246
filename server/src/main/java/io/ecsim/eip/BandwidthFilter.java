package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.api.eip.ListBandwidthQuery;
import io.ecsim.sim.Resource;

/** Which bandwidths a list of the third generation asks for. */
final class BandwidthFilter {
  private BandwidthFilter() {}

  /** Whether the list shows a bandwidth. */
  static boolean accepts(ListBandwidthQuery query, Resource<Bandwidth> bandwidth) {
    Bandwidth spec = bandwidth.spec();
    return Match.one(query.id(), bandwidth.id())
        && Match.one(query.name(), spec.name())
        && Match.like(query.nameLike(), spec.name())
        && Match.one(query.type(), spec.share().name())
        && Match.one(query.bandwidthType(), spec.share().kind())
        && Match.one(query.size(), String.valueOf(spec.size()))
        && Match.one(query.chargeMode(), spec.chargeMode())
        && Match.one(query.projectId(), bandwidth.ref().project())
        && Match.one(query.adminState(), bandwidth.status().label())
        && Match.one(query.billingInfo(), "")
        && Match.one(query.publicBorderGroup(), PublicipView.BORDER)
        && Match.one(query.enableBandwidthRules(), "false")
        && Match.one(query.ruleQuota(), 0)
        && (query.tags() == null || query.tags().isEmpty())
        && (query.ingressSize() == null || query.ingressSize().isEmpty());
  }

  /** How many there shall be on a page, or null. */
  static Integer limit(ListBandwidthQuery query) {
    try {
      return query.limit() == null ? null : Integer.valueOf(query.limit());
    } catch (NumberFormatException e) {
      throw new ApiError("VPC.0301", "limit '%s' is not a number.".formatted(query.limit()));
    }
  }
}
