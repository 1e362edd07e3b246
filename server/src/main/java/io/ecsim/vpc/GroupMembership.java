package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers come into security groups, and out of them, with all of their cards. */
final class GroupMembership {
  private GroupMembership() {}

  static void join(Tx tx, Ref server, Networks.Group group) {
    Ref ref = new Ref(Tables.GROUPS.type(), server.project(), group.id());
    regroup(
        tx, server, groups -> Stream.concat(groups.stream(), Stream.of(ref)).distinct().toList());
  }

  static void leave(Tx tx, Ref server, Networks.Group group) {
    regroup(
        tx, server, groups -> groups.stream().filter(ref -> !ref.id().equals(group.id())).toList());
  }

  private static void regroup(Tx tx, Ref server, UnaryOperator<List<Ref>> change) {
    tx.state()
        .usersOf(server, Tables.PORTS)
        .forEach(
            port ->
                tx.change(
                    Tables.PORTS,
                    port.ref(),
                    spec -> spec.withGroups(change.apply(spec.groups()))));
  }
}
