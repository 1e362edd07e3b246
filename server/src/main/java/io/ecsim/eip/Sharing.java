package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts EIPs and IPv6 ports into shared bandwidths and takes them out. An EIP's own bandwidth goes
 * when it joins, and is made anew when it leaves.
 */
record Sharing(Networks networks) {

  /**
   * All of these into a shared bandwidth.
   *
   * @throws ApiError {@code VPC.0504} if one is neither an EIP nor a port with an IPv6 address
   */
  List<Plan> join(State state, Resource<Bandwidth> shared, List<String> ids) {
    requireShared(shared);
    var plans = new ArrayList<Plan>();
    var ports = new ArrayList<>(shared.spec().ports());
    for (String id : ids) {
      Resource<Publicip> eip = state.find(Tables.PUBLICIPS, shared.ref().project(), id);
      if (eip == null) {
        ports.add(port(state, shared, id));
      } else if (!eip.spec().bandwidth().equals(shared.ref())) {
        plans.add(Plan.of(Tables.CHANGE_BANDWIDTH, eip.ref(), shared.ref()));
        own(state, eip).ifPresent(was -> plans.add(Plan.of(Tables.DISSOLVE_BANDWIDTH, was, null)));
      }
    }
    return with(plans, shared, ports.stream().distinct().toList());
  }

  private static Optional<Ref> own(State state, Resource<Publicip> eip) {
    Ref ref = eip.spec().bandwidth();
    return Optional.ofNullable(state.find(Tables.BANDWIDTHS, ref.project(), ref.id()))
        .filter(bandwidth -> bandwidth.spec().share() == Share.PER)
        .map(Resource::ref);
  }

  private Ref port(State state, Resource<Bandwidth> shared, String id) {
    Networks.PortFacts port = networks.port(state, shared.ref().project(), id);
    if (port == null || port.address6() == null) {
      throw new ApiError(
          "VPC.0504", "%s is neither an EIP nor a port with an IPv6 address.".formatted(id));
    }
    return port.ref();
  }

  /**
   * All of these out of a shared bandwidth; each EIP gets a bandwidth of its own.
   *
   * @param size of the new bandwidths, Mbit/s
   * @throws ApiError {@code VPC.0504} if one is not in it
   */
  List<Plan> leave(
      Tx tx, Resource<Bandwidth> shared, List<String> ids, int size, String chargeMode) {
    requireShared(shared);
    var plans = new ArrayList<Plan>();
    var ports = new ArrayList<>(shared.spec().ports());
    for (String id : ids) {
      Resource<Publicip> eip = tx.state().find(Tables.PUBLICIPS, shared.ref().project(), id);
      boolean there =
          eip == null
              ? ports.removeIf(port -> port.id().equals(id))
              : eip.spec().bandwidth().equals(shared.ref());
      if (!there) {
        throw new ApiError("VPC.0504", "%s does not use the %s.".formatted(id, shared.ref()));
      }
      if (eip != null) {
        plans.addAll(alone(tx, eip, size, chargeMode));
      }
    }
    return with(plans, shared, ports);
  }

  private static List<Plan> alone(Tx tx, Resource<Publicip> eip, int size, String chargeMode) {
    String type = Tables.BANDWIDTHS.type();
    String project = eip.ref().project();
    Ref ref = new Ref(type, project, tx.id(type, project, eip.id()));
    String name = "bandwidth-" + Ids.hex(ref.id()).substring(0, 4);
    var own =
        new Bandwidth(
            name,
            size,
            Share.PER,
            chargeMode,
            eip.spec().enterpriseProject(),
            eip.ref(),
            List.of());
    return List.of(
        Plan.create(Tables.CREATE_BANDWIDTH, ref, own, null),
        Plan.of(Tables.CHANGE_BANDWIDTH, eip.ref(), ref));
  }

  private static List<Plan> with(List<Plan> plans, Resource<Bandwidth> shared, List<Ref> ports) {
    if (!ports.equals(shared.spec().ports())) {
      plans.add(Plan.of(Tables.UPDATE_BANDWIDTH, shared.ref(), shared.spec().withPorts(ports)));
    }
    return plans;
  }

  private static void requireShared(Resource<Bandwidth> bandwidth) {
    if (bandwidth.spec().share() != Share.WHOLE) {
      throw new ApiError("VPC.0301", "The %s is not a shared one.".formatted(bandwidth.ref()));
    }
  }
}
