package io.ecsim.eip;

import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes EIPs, for clients and for servers: {@code terraform-huaweicloud.md} 3.3. */
record NewPublicips(Limits limits) {
  private static final Set<String> TYPES =
      Set.of(
          "5_bgp",
          "5_sbgp",
          "5_youxuanbgp",
          "5_lxbgp",
          "5_telcom",
          "5_union",
          "5_mobile",
          "5_gray",
          "5_graybgp",
          "5_g-vm");

  /** Why so many EIPs like this cannot be had, or null. */
  Problem problem(State state, String project, Wish wish, int count) {
    if (!TYPES.contains(wish.type())) {
      return new Problem("VPC.0501", "publicip.type '%s' is not known.".formatted(wish.type()));
    }
    Problem bandwidth = bandwidth(state, project, wish.way());
    if (bandwidth != null) {
      return bandwidth;
    }
    int then = state.shelf(Tables.PUBLICIPS.type(), project).size() + count;
    return limits.exceeded(Limit.FLOATING_IPS, then)
        ? new Problem(
            "VPC.0521",
            "Quota exceeded for resources: ['floatingip']; %d EIPs are more than %d."
                .formatted(then, limits.of(Limit.FLOATING_IPS)))
        : Range.problem(state, wish.address());
  }

  private static Problem bandwidth(State state, String project, Wish.Way way) {
    if (way.share() == Share.WHOLE) {
      return shared(state, project, way.id());
    }
    if (way.id() != null && !way.id().isEmpty()) {
      return new Problem(
          "VPC.0301", "bandwidth.id %s is for share_type WHOLE, not PER.".formatted(way.id()));
    }
    if (way.name() == null || way.name().isEmpty()) {
      return new Problem("VPC.0301", "bandwidth.name is missing; share_type PER needs it.");
    }
    return Sizes.problem(Share.PER, way.size(), way.mode());
  }

  private static Problem shared(State state, String project, String id) {
    Resource<Bandwidth> found = id == null ? null : state.find(Tables.BANDWIDTHS, project, id);
    if (found == null) {
      return new Problem("VPC.0306", "The bandwidth %s could not be found.".formatted(id));
    }
    return found.spec().share() == Share.WHOLE
        ? null
        : new Problem("VPC.0301", "The bandwidth %s is not a shared one.".formatted(id));
  }

  /**
   * Makes an EIP that can be had.
   *
   * @param claim the server it is for, or null
   */
  Plan plan(State state, Ref ref, Wish wish, Ref claim) {
    Wish.Way way = wish.way();
    boolean shares = way.share() == Share.WHOLE;
    String bandwidthId = shares ? way.id() : Ids.uuid(ref.id(), "bandwidth");
    var eip =
        new Publicip(
            wish.alias() == null ? "" : wish.alias(),
            "",
            wish.type(),
            wish.address() == null ? Range.pick(state, ref.id()) : wish.address(),
            new Ref(Tables.BANDWIDTHS.type(), ref.project(), bandwidthId),
            null,
            claim,
            false,
            wish.enterprise(),
            Map.of());
    Bandwidth own =
        shares
            ? null
            : new Bandwidth(
                way.name(), way.size(), Share.PER, way.mode(), wish.enterprise(), ref, List.of());
    return Plan.create(Tables.CREATE, ref, eip, own);
  }
}
