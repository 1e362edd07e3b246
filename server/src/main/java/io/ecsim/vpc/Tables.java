package io.ecsim.vpc;

import static io.ecsim.vpc.GroupStatus.ACTIVE;
import static io.ecsim.vpc.VpcStatus.CREATING;
import static io.ecsim.vpc.VpcStatus.OK;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;

/**
 * How the resources of the network live. Deletes have no status of their own in this API: they are
 * over with the answer. What is still used stays; that is a conflict, which clients wait out.
 */
final class Tables {
  private Tables() {}

  // spotless:off
  static final Lifecycle<VpcStatus, Vpc> VPCS =
      Lifecycle.of("vpc", VpcStatus.class, Vpc.class).missing("VPC.0003");

  /** The argument says whether the VPC has been there for ever: a new project's own. */
  static final Edge<Vpc, Boolean> CREATE_VPC = VPCS.<Boolean>creates("create")
      .viaIf((vpc, standing) -> !standing, CREATING, null, 2)
      .failing("VPC.0102", VpcStatus.ERROR)
      .interruptedInto(VpcStatus.ERROR)
      .to(OK);

  /** The argument is the VPC as it shall be. */
  static final Edge<Vpc, Vpc> UPDATE_VPC = VPCS.<Vpc>on("update", OK)
      .refused("VPC.0004")
      .changing((vpc, next, now) -> next)
      .failing("VPC.0105")
      .back();

  static final Edge<Vpc, Void> DELETE_VPC = VPCS.<Void>on("delete", OK, VpcStatus.ERROR)
      .refused("VPC.0103")
      .guard("VPC.0104", (state, vpc, none) -> users(state, vpc, "subnet", "contains"))
      .failing("VPC.0111")
      .gone();

  static final Lifecycle<SubnetStatus, Subnet> SUBNETS =
      Lifecycle.of("subnet", SubnetStatus.class, Subnet.class).missing("VPC.0202");

  static final Edge<Subnet, Boolean> CREATE_SUBNET = SUBNETS.<Boolean>creates("create")
      .viaIf((subnet, standing) -> !standing, SubnetStatus.UNKNOWN, null, 3)
      .failing("VPC.0202", SubnetStatus.ERROR)
      .interruptedInto(SubnetStatus.ERROR)
      .to(SubnetStatus.ACTIVE);

  static final Edge<Subnet, Subnet> UPDATE_SUBNET = SUBNETS.<Subnet>on("update", SubnetStatus.ACTIVE)
      .refused("VPC.0205")
      .changing((subnet, next, now) -> next)
      .failing("VPC.0202")
      .back();

  static final Edge<Subnet, Void> DELETE_SUBNET = SUBNETS.<Void>on("delete", SubnetStatus.ACTIVE, SubnetStatus.ERROR)
      .refused("VPC.0205")
      .guard("VPC.0209", (state, subnet, none) -> cards(state, subnet))
      .guard("VPC.0208", (state, subnet, none) -> users(state, subnet, "port", "has addresses in use by"))
      .failing("VPC.0202")
      .gone();

  static final Lifecycle<PortStatus, Port> PORTS =
      Lifecycle.of("port", PortStatus.class, Port.class).missing("VPC.2204");

  static final Edge<Port, Void> CREATE_PORT = PORTS.<Void>creates("create")
      .to("ACTIVE with a server, else DOWN", port -> port.server() == null ? PortStatus.DOWN : PortStatus.ACTIVE);

  /** Makes a card of a server that is there already; it is that server's from the beginning. */
  static final Edge<Port, Void> CREATE_CARD = PORTS.<Void>creates("create-card")
      .via(PortStatus.DOWN, 2)
      .failingGone("VPC.0706", PortStatus.DOWN)
      .interruptedInto(PortStatus.DOWN)
      .to(PortStatus.ACTIVE);

  /** Makes it a card of a server; it is that server's from the beginning. */
  static final Edge<Port, Card> ATTACH_PORT = PORTS.<Card>on("attach", PortStatus.DOWN)
      .refused("VPC.0707")
      .guard("VPC.0707", (state, port, card) -> taken(port))
      .reserving((port, card, now) -> port.as(card), (port, card, now) -> port.as(Card.NONE))
      .via(PortStatus.DOWN, 2)
      .failing("VPC.0706")
      .to(PortStatus.ACTIVE);

  /** Takes it out of its server, whatever is under way. */
  static final Edge<Port, Void> DETACH_PORT = PORTS.<Void>onAny("detach")
      .interrupting()
      .changing((port, none, now) -> port.as(Card.NONE))
      .failing("VPC.0706")
      .to(PortStatus.DOWN);

  /** Deletes it although it is a card of a server, whatever is under way. */
  static final Edge<Port, Void> PULL_PORT = PORTS.<Void>onAny("pull")
      .interrupting()
      .failing("VPC.0706")
      .gone();

  static final Edge<Port, Port> UPDATE_PORT = PORTS.<Port>on("update", PortStatus.DOWN, PortStatus.ACTIVE)
      .alongside()
      .changing((port, next, now) -> next)
      .failing("VPC.0105")
      .back();

  static final Edge<Port, Void> DELETE_PORT = PORTS.<Void>on("delete", PortStatus.DOWN)
      .refused("VPC.0707")
      .failing("VPC.0706")
      .gone();

  static final Lifecycle<GroupStatus, SecurityGroup> GROUPS =
      Lifecycle.of("security-group", GroupStatus.class, SecurityGroup.class).missing("VPC.0603");

  static final Edge<SecurityGroup, Void> CREATE_GROUP = GROUPS.<Void>creates("create")
      .to(ACTIVE);

  static final Edge<SecurityGroup, SecurityGroup> UPDATE_GROUP = GROUPS.<SecurityGroup>on("update", ACTIVE)
      .changing((group, next, now) -> next)
      .failing("VPC.0612")
      .back();

  static final Edge<SecurityGroup, Void> DELETE_GROUP = GROUPS.<Void>on("delete", ACTIVE)
      .guard("VPC.0602", (state, group, none) -> group.spec().standing() ? "Security Group %s is the default one; it cannot be removed.".formatted(group.id()) : null)
      .guard("VPC.0602", (state, group, none) -> users(state, group, "port", "is in use by"))
      .guard("VPC.0602", (state, group, none) -> users(state, group, "security-group-rule", "is in use by"))
      .failing("VPC.0612")
      .gone();

  static final Lifecycle<GroupStatus, Rule> RULES =
      Lifecycle.of("security-group-rule", GroupStatus.class, Rule.class).missing("VPC.0603");

  static final Edge<Rule, Void> CREATE_RULE = RULES.<Void>creates("create")
      .to(ACTIVE);

  static final Edge<Rule, Void> DELETE_RULE = RULES.<Void>on("delete", ACTIVE)
      .failing("VPC.0612")
      .gone();
  // spotless:on

  /** Why a port cannot become a card of a server, or null. */
  static String taken(Resource<Port> port) {
    return port.spec().server() == null && port.spec().device().isEmpty()
        ? null
        : "The %s is in use: device_id '%s', device_owner '%s'."
            .formatted(port.ref(), PortView.device(port.spec()), port.spec().device());
  }

  private static String cards(State state, Resource<Subnet> subnet) {
    return state.usersOf(subnet.ref(), PORTS).stream()
        .filter(port -> port.spec().server() != null)
        .findFirst()
        .map(port -> "The %s is in use by %s.".formatted(subnet.ref(), port.spec().server()))
        .orElse(null);
  }

  /** Names those of a type that still use a resource; what it owns does not count. */
  private static <S extends Spec> String users(
      State state, Resource<S> used, String type, String how) {
    return state.usersOf(used.ref()).stream()
        .filter(user -> user.ref().type().equals(type))
        .filter(user -> !used.ref().equals(user.spec().owner()))
        .findFirst()
        .map(user -> "The %s %s %s; delete that first.".formatted(used.ref(), how, user.ref()))
        .orElse(null);
  }
}
