package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Binds and unbinds EIPs for clients. To unbind what is bound to nothing is no mistake: the
 * provider does so when it destroys ({@code provider-behaviour.md} 4.1).
 */
record Association(Networks networks) {
  /** What an EIP can be bound to here; gateways and load balancers are not modelled. */
  static final String PORT = "PORT";

  private static final int NOT_IMPLEMENTED = 501;

  /**
   * The way to the binding that a client asks for.
   *
   * @param port the port's id; null or empty for none
   * @throws ApiError {@code VPC.0501} if there is no such port
   */
  List<Plan> plans(State state, Resource<Publicip> eip, String port) {
    if (port != null && !port.isEmpty()) {
      return List.of(Plan.of(Tables.BIND, eip.ref(), binding(state, eip.ref(), port)));
    }
    return eip.spec().port() == null
        ? List.of()
        : List.of(Plan.of(Tables.UNBIND, eip.ref(), null).through(Tables.CLIENT));
  }

  /**
   * The binding of an EIP to a port.
   *
   * @throws ApiError {@code VPC.0501} if there is no such port, {@code VPC.0511} if it has an EIP
   */
  Binding binding(State state, Ref eip, String id) {
    Networks.PortFacts port = networks.port(state, eip.project(), id);
    if (port == null) {
      throw new ApiError("VPC.0501", "Port id %s is invalid: no such port.".formatted(id));
    }
    String taken = Tables.taken(state, eip, port.ref());
    if (taken != null) {
      throw new ApiError("VPC.0511", taken);
    }
    return new Binding(port.ref(), false);
  }

  /** Binds, or unbinds if the port is null or empty. */
  void change(Call call, String eip, String port) {
    begin(call, eip, (state, found) -> plans(state, found, port));
  }

  /** Begins all of these plans on an EIP, or none. */
  static void begin(
      Call call, String eip, BiFunction<State, Resource<Publicip>, List<Plan>> plans) {
    Job job =
        call.transact(
            tx -> {
              var found = tx.state().require(Tables.PUBLICIPS, call.project(), eip);
              List<Plan> all = plans.apply(tx.state(), found);
              return all.isEmpty() ? null : tx.begin(Plan.together("updatePublicip", all));
            });
    if (job != null) {
      Prompt.over(job);
    }
  }

  /**
   * Refuses to bind to anything but a port.
   *
   * @throws ApiError HTTP 501 that names it
   */
  static void checkType(String type) {
    if (type != null && !PORT.equals(type)) {
      throw unmodelled("associate_instance_type " + type);
    }
  }

  /** The error for a request that uses what the cloud can do and ecsim cannot. */
  static ApiError unmodelled(String what) {
    return new ApiError(
        NOT_IMPLEMENTED, "ecsim.NotModelled", "ecsim does not model %s.".formatted(what));
  }
}
