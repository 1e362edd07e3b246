package io.ecsim.eip;

import static io.ecsim.eip.BandwidthStatus.NORMAL;
import static io.ecsim.eip.PublicipStatus.ACTIVE;
import static io.ecsim.eip.PublicipStatus.BINDING;
import static io.ecsim.eip.PublicipStatus.BIND_ERROR;
import static io.ecsim.eip.PublicipStatus.DOWN;
import static io.ecsim.eip.PublicipStatus.ERROR;
import static io.ecsim.eip.PublicipStatus.PENDING_CREATE;
import static io.ecsim.eip.PublicipStatus.PENDING_DELETE;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/**
 * How EIPs and bandwidths live. Bindings are made when an edge begins, so that nobody else takes
 * the port meanwhile. Lengths of steps are plausible ones: the cloud documents none.
 */
final class Tables {
  /** Clients unbind what is bound; a server or port that goes lets its EIP go in any status. */
  static final String CLIENT = "client";

  private Tables() {}

  // spotless:off
  static final Lifecycle<BandwidthStatus, Bandwidth> BANDWIDTHS =
      Lifecycle.of("bandwidth", BandwidthStatus.class, Bandwidth.class).missing("VPC.0306");

  static final Edge<Bandwidth, Void> CREATE_BANDWIDTH = BANDWIDTHS.<Void>creates("create")
      .to(NORMAL);

  /** The argument is the bandwidth as it shall be. */
  static final Edge<Bandwidth, Bandwidth> UPDATE_BANDWIDTH = BANDWIDTHS.<Bandwidth>on("update", NORMAL)
      .changing((bandwidth, next, now) -> next)
      .failing("VPC.0305")
      .back();

  static final Edge<Bandwidth, Void> DELETE_BANDWIDTH = BANDWIDTHS.<Void>on("delete", NORMAL)
      .guard("VPC.0301", (state, bandwidth, none) -> own(bandwidth))
      .guard("VPC.0304", (state, bandwidth, none) -> inUse(state, bandwidth))
      .failing("VPC.0302")
      .gone();

  /** An EIP's own bandwidth goes when the EIP joins a shared one. */
  static final Edge<Bandwidth, Void> DISSOLVE_BANDWIDTH = BANDWIDTHS.<Void>on("dissolve", NORMAL)
      .failing("VPC.0302")
      .gone();

  static final Lifecycle<PublicipStatus, Publicip> PUBLICIPS =
      Lifecycle.of("publicip", PublicipStatus.class, Publicip.class).missing("VPC.0504").busy("VPC.0512");

  /** The argument is the EIP's own bandwidth, or null where it shares one. */
  static final Edge<Publicip, Bandwidth> CREATE = PUBLICIPS.<Bandwidth>creates("create")
      .via(PENDING_CREATE, 2)
      .with((state, eip, own) -> ownBandwidth(eip, own))
      .failing("VPC.0503", ERROR)
      .interruptedInto(ERROR)
      .to(DOWN);

  static final Edge<Publicip, Binding> BIND = PUBLICIPS.<Binding>on("bind", DOWN, BIND_ERROR)
      .refused("VPC.0512")
      .refusedIn("VPC.0510", ACTIVE)
      .guard("VPC.0511", (state, eip, binding) -> taken(state, eip.ref(), binding.port()))
      .reserving((eip, binding, now) -> eip.at(binding), (eip, binding, now) -> eip.at(Binding.NONE))
      .via(BINDING, 2)
      .changing((eip, binding, now) -> eip.settled())
      .failing("VPC.0514", BIND_ERROR)
      .to(ACTIVE);

  static final Edge<Publicip, Void> UNBIND = PUBLICIPS.<Void>onAny("unbind")
      .door(CLIENT, ACTIVE)
      .refused("VPC.0512")
      .interrupting()
      .changing((eip, none, now) -> eip.free())
      .failing("VPC.0514")
      .to(DOWN);

  /** The argument is the port that takes the place of the one it is bound to. */
  static final Edge<Publicip, Ref> MOVE = PUBLICIPS.<Ref>on("move", ACTIVE)
      .refused("VPC.0512")
      .guard("VPC.0511", (state, eip, port) -> taken(state, eip.ref(), port))
      .changing((eip, port, now) -> eip.at(new Binding(port, eip.goes())))
      .failing("VPC.0514")
      .back();

  /** The argument is the EIP as it shall be; what it is bound to is no part of that. */
  static final Edge<Publicip, Publicip> UPDATE = PUBLICIPS.<Publicip>on("update", DOWN, ACTIVE, BIND_ERROR, ERROR)
      .refused("VPC.0512")
      .changing((eip, next, now) -> eip.with(next.alias(), next.description()))
      .failing("VPC.0514")
      .back();

  /** The argument is another bandwidth. */
  static final Edge<Publicip, Ref> CHANGE_BANDWIDTH = PUBLICIPS.<Ref>on("change-bandwidth", DOWN, ACTIVE)
      .refused("VPC.0512")
      .changing((eip, bandwidth, now) -> eip.on(bandwidth))
      .failing("VPC.0302")
      .back();

  /** Its own bandwidth goes with it. */
  static final Edge<Publicip, Void> DELETE = PUBLICIPS.<Void>on("delete", DOWN, BIND_ERROR, ERROR)
      .refused("VPC.0512")
      .refusedIn("VPC.0517", ACTIVE)
      .via(PENDING_DELETE, 1)
      .failing("VPC.0513", ERROR)
      .gone();
  // spotless:on

  private static List<Plan> ownBandwidth(Resource<Publicip> eip, Bandwidth own) {
    return own == null
        ? List.of()
        : List.of(Plan.create(CREATE_BANDWIDTH, eip.spec().bandwidth(), own, null));
  }

  /** Why an EIP cannot have a port, or null: a port has one EIP. */
  static String taken(State state, Ref eip, Ref port) {
    return state.usersOf(port, PUBLICIPS).stream()
        .filter(other -> !other.ref().equals(eip))
        .findFirst()
        .map(other -> "The %s has the EIP %s already.".formatted(port, other.spec().address()))
        .orElse(null);
  }

  private static String own(Resource<Bandwidth> bandwidth) {
    return bandwidth.spec().publicip() == null
        ? null
        : "The %s belongs to the %s alone; it goes with that."
            .formatted(bandwidth.ref(), bandwidth.spec().publicip());
  }

  private static String inUse(State state, Resource<Bandwidth> bandwidth) {
    return state.usersOf(bandwidth.ref(), PUBLICIPS).stream()
        .findFirst()
        .map(eip -> "The %s is used by the %s.".formatted(bandwidth.ref(), eip.ref()))
        .orElse(null);
  }
}
