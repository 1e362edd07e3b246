package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/** Makes ports: whoever asks, the same addresses are to be had. */
record NewPorts(Inventory inventory) {

  /** Why a port in this subnet cannot be had, or null. */
  Problem problem(State state, Resource<Subnet> subnet, String address) {
    return Pool.of(state, subnet).problem(address, inventory.limits());
  }

  /**
   * Makes a port.
   *
   * @param wish what it shall be; its address may be null, what else it lacks is filled in
   * @param ipv6 whether it gets an IPv6 address, too
   * @throws ApiError if its address cannot be had
   */
  void make(Tx tx, Ref ref, Port wish, boolean ipv6) {
    Resource<Subnet> subnet = tx.state().require(Tables.SUBNETS, ref.project(), wish.subnet().id());
    Pool pool = Pool.of(tx.state(), subnet);
    Problem.refuse(pool.problem(wish.address(), inventory.limits()));
    Port port = filled(tx.state(), pool, ref, wish, ipv6 ? address6(subnet, ref.id()) : null);
    tx.begin(Plan.create(Tables.CREATE_PORT, ref, port, null));
  }

  /**
   * A port with what was left open filled in, as far as it can be had.
   *
   * @param wish what it shall be; where no address is left, it has none
   * @param ipv6 whether it gets an IPv6 address, too
   */
  Port filled(State state, Ref ref, Port wish, boolean ipv6) {
    Resource<Subnet> subnet = state.require(Tables.SUBNETS, ref.project(), wish.subnet().id());
    Pool pool = Pool.of(state, subnet);
    return filled(state, pool, ref, wish, ipv6 ? address6(subnet, ref.id()) : null);
  }

  /**
   * A port with what was left open filled in, if these are made before.
   *
   * @throws Refusal if its address cannot be had
   */
  Port filled(State state, Ref ref, Port wish, boolean ipv6, List<Port> others) {
    Resource<Subnet> subnet = state.require(Tables.SUBNETS, ref.project(), wish.subnet().id());
    Pool pool = Pool.of(state, subnet);
    others.forEach(pool::promise);
    Problem problem = pool.problem(wish.address(), inventory.limits());
    if (problem != null) {
      throw new Refusal(problem.code(), ref, problem.message());
    }
    return filled(state, pool, ref, wish, ipv6 ? address6(subnet, ref.id()) : null);
  }

  private static Port filled(State state, Pool pool, Ref ref, Port wish, String address6) {
    return new Port(
        wish.name(),
        wish.subnet(),
        wish.address() == null ? pool.pick(ref.id()) : wish.address(),
        address6,
        pool.mac(ref.id()),
        wish.groups().isEmpty() ? List.of(standing(state, ref.project())) : wish.groups(),
        wish.server(),
        wish.index(),
        wish.kept(),
        wish.device(),
        wish.up(),
        wish.pairs(),
        wish.dhcpOptions());
  }

  /** The project's default group. */
  static Ref standing(State state, String project) {
    return state
        .all(Tables.GROUPS, project)
        .filter(group -> group.spec().standing())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("project " + project + " is not planted"))
        .ref();
  }

  private static String address6(Resource<Subnet> subnet, String port) {
    String hex = Ids.hex(port, "address6");
    var address = new StringBuilder(Subnet.prefix6(subnet.id()));
    for (int digit = 0; digit < 16; digit += 4) {
      address.append(':').append(hex, digit, digit + 4);
    }
    return address.toString();
  }
}
