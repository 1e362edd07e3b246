package io.ecsim.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Cidr;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Blueprint;
import io.ecsim.sim.ClockMode;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Lifecycles;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import io.ecsim.sim.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private static final String PROJECT = "p";
  private final VpcPack pack = Network.pack();
  private final World world = world(pack);

  private static World world(VpcPack pack) {
    List<Lifecycle<?, ?>> tables = new ArrayList<>();
    pack.exhibits().stream().map(Exhibit::lifecycle).forEach(tables::add);
    var world =
        new World(
            "w",
            new Blueprint(
                "1", new Lifecycles(tables), pack::plant, ClockMode.STEPPED, 1, 0, 0, () -> 0));
    world.open(PROJECT);
    return world;
  }

  private Ref subnet() {
    return world.read().all(Tables.SUBNETS, PROJECT).findFirst().orElseThrow().ref();
  }

  /** Another subnet with the same addresses, in a VPC of its own. */
  private Ref twin(String cidr, String gateway) {
    return world.transact(
        tx -> {
          Ref vpc = new Ref("vpc", PROJECT, tx.id("vpc", PROJECT, cidr));
          tx.begin(
              Plan.create(
                  Tables.CREATE_VPC,
                  vpc,
                  new Vpc("twin", cidr, "", "0", List.of(), Map.of(), Map.of()),
                  true));
          Ref subnet = new Ref("subnet", PROJECT, tx.id("subnet", PROJECT, cidr));
          var spec =
              new Subnet(
                  "twin", "", vpc, cidr, gateway, true, false, "", List.of(), Map.of(), Map.of());
          tx.begin(Plan.create(Tables.CREATE_SUBNET, subnet, spec, true));
          return subnet;
        });
  }

  private Networks.Nic card(Ref subnet, String server, String address) {
    Ref ref = new Ref("server", PROJECT, server);
    world.transact(
        tx -> {
          make(tx, ref, subnet, address);
          return null;
        });
    return pack.of(world.read(), ref).get(0);
  }

  private void make(Tx tx, Ref server, Ref subnet, String address) {
    pack.makePort(tx, server, 0, new Networks.Order(subnet.id(), address, List.of(), false));
  }

  @Property(tries = 30)
  void noTwoLivingPortsShareAnAddressAndNoneHasAReservedOne(
      @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> servers) {
    var fresh = new AddressesTest();
    Ref here = fresh.subnet();
    Ref there = fresh.twin("192.168.0.0/24", "192.168.0.1");
    for (int server : servers) {
      Ref ref = new Ref("server", PROJECT, "s" + server);
      boolean living = !fresh.pack.of(fresh.world.read(), ref).isEmpty();
      if (!living) {
        fresh.card(server % 2 == 0 ? here : there, ref.id(), null);
      }
    }

    List<Port> ports = fresh.world.read().all(Tables.PORTS, PROJECT).map(Resource::spec).toList();
    Set<String> addresses = new HashSet<>(ports.stream().map(Port::address).toList());
    Set<String> macs = new HashSet<>(ports.stream().map(Port::mac).toList());
    assertThat(addresses).hasSize(ports.size());
    assertThat(macs)
        .hasSize(ports.size())
        .allMatch(mac -> mac.matches("fa:16:3e(:[0-9a-f]{2}){3}"));
    assertThat(addresses)
        .doesNotContain(
            "192.168.0.0", "192.168.0.1", "192.168.0.253", "192.168.0.254", "192.168.0.255")
        .allMatch(address -> Cidr.parse("192.168.0.0/24").contains(Cidr.address(address)));
  }

  @Test
  void theAddressFollowsFromThePortWhoeverComesFirst() {
    String first = card(subnet(), "a", null).address();
    card(subnet(), "b", null);
    var other = new AddressesTest();
    other.card(other.subnet(), "b", null);

    assertThat(other.card(other.subnet(), "a", null).address()).isEqualTo(first);
  }

  @Test
  void aSubnetGivesAllItsAddressesAndThenNone() {
    Ref small = twin("10.0.0.0/28", "10.0.0.1");
    for (int i = 0; i < 11; i++) {
      assertThat(left(small)).isEqualTo(11 - i);
      card(small, "s" + i, null);
    }
    assertThat(left(small)).isZero();

    assertThatThrownBy(() -> card(small, "late", null))
        .isInstanceOfSatisfying(ApiError.class, e -> assertThat(e.code()).isEqualTo("VPC.0703"));
    assertThat(problem(small, null)).isEqualTo("VPC.0703");
  }

  private int left(Ref subnet) {
    State state = world.read();
    return Pool.left(state, state.require(Tables.SUBNETS, PROJECT, subnet.id()));
  }

  private String problem(Ref subnet, String address) {
    var order = new Networks.Order(subnet.id(), address, List.of(), false);
    var problem = pack.problem(world.read(), PROJECT, order);
    return problem == null ? null : problem.code();
  }

  @Test
  void aWantedAddressIsGivenUnlessItIsUsedOutsideOrKept() {
    assertThat(card(subnet(), "a", "192.168.0.7").address()).isEqualTo("192.168.0.7");

    assertThat(problem(subnet(), "192.168.0.7")).isEqualTo("VPC.0701");
    assertThat(problem(subnet(), "192.168.0.8")).isNull();
    assertThat(problem(subnet(), "192.168.1.8")).isEqualTo("VPC.0705");
    assertThat(problem(subnet(), "192.168.0.1")).isEqualTo("VPC.0705");
    assertThat(problem(subnet(), "192.168.0.255")).isEqualTo("VPC.0705");
    assertThat(problem(subnet(), "here")).isEqualTo("VPC.0705");
  }

  @Test
  void anAddressIsFreeAgainWhenItsPortIsGone() {
    Ref port = card(subnet(), "a", "192.168.0.7").port();
    world.transact(
        tx -> {
          tx.force(port, PortStatus.DOWN);
          return tx.begin(Plan.of(Tables.DELETE_PORT, port, null));
        });

    assertThat(problem(subnet(), "192.168.0.7")).isNull();
  }

  @Test
  void aCardShowsWhatItIsMadeOf() {
    Networks.Nic nic = card(subnet(), "a", null);

    assertThat(nic.primary()).isTrue();
    assertThat(nic.subnetId()).isEqualTo(subnet().id());
    assertThat(nic.neutronSubnetId()).isEqualTo(Subnet.neutronId(subnet().id()));
    assertThat(pack.hasVpc(world.read(), PROJECT, nic.vpcId())).isTrue();
    assertThat(nic.groups()).singleElement().extracting(Networks.Group::name).isEqualTo("default");
    assertThat(nic.address6()).isNull();
  }
}
