package io.ecsim.vpc;

import io.ecsim.eip.EipPack;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.concurrent.atomic.AtomicReference;

/** What tests of the network say often. */
final class Network {
  static final String V1 = "/vpc/v1/" + Ecsim.PROJECT;
  static final String V2 = "/vpc/v2.0/" + Ecsim.PROJECT;
  static final String V3 = "/vpc/v3/" + Ecsim.PROJECT;

  private Network() {}

  /** The service with a limit of its own. */
  static VpcPack pack(Limit limit, int value) {
    Inventory usual = Inventory.builtIn("cn-north-4");
    return pack(
        new Inventory(
            usual.region(),
            usual.zones(),
            usual.account(),
            usual.volumeTypes(),
            usual.flavors(),
            usual.images(),
            usual.network(),
            usual.limits().with(limit, value)));
  }

  static VpcPack pack() {
    return pack(Inventory.builtIn("cn-north-4"));
  }

  private static VpcPack pack(Inventory inventory) {
    var addresses = new AtomicReference<EipPack>();
    var vpc = new VpcPack(inventory, Nobody::new, addresses::get);
    addresses.set(new EipPack(inventory, vpc));
    return vpc;
  }

  /** Makes a VPC that is ready. */
  static String vpc(Ecsim ecsim, String name, String cidr) {
    HttpAnswer made =
        ecsim
            .http()
            .post(
                V1 + "/vpcs", "{\"vpc\":{\"name\":\"%s\",\"cidr\":\"%s\"}}".formatted(name, cidr));
    ecsim.advanceToIdle();
    return made.at("/vpc/id");
  }

  static HttpAnswer askSubnet(Ecsim ecsim, String vpc, String cidr, String gateway) {
    return ecsim
        .http()
        .post(
            V1 + "/subnets",
            "{\"subnet\":{\"name\":\"s\",\"cidr\":\"%s\",\"gateway_ip\":\"%s\",\"vpc_id\":\"%s\"}}"
                .formatted(cidr, gateway, vpc));
  }

  /** Makes a subnet that is ready. */
  static String subnet(Ecsim ecsim, String vpc, String cidr, String gateway) {
    HttpAnswer made = askSubnet(ecsim, vpc, cidr, gateway);
    ecsim.advanceToIdle();
    return made.at("/subnet/id");
  }

  static HttpAnswer askPort(Ecsim ecsim, String subnet, String more) {
    return ecsim
        .http()
        .post(V1 + "/ports", "{\"port\":{\"network_id\":\"%s\"%s}}".formatted(subnet, more));
  }

  static String group(Ecsim ecsim, String name) {
    return ecsim
        .http()
        .post(V3 + "/vpc/security-groups", "{\"security_group\":{\"name\":\"%s\"}}".formatted(name))
        .at("/security_group/id");
  }

  /** The project's own subnet. */
  static String defaultSubnet(Ecsim ecsim) {
    return ecsim.http().get(V1 + "/subnets").at("/subnets/0/id");
  }

  /** A cloud in which the only server is {@code server} in zone {@code cn-north-4b}. */
  private static final class Nobody implements Servers {
    @Override
    public Facts find(State state, String project, String id) {
      return id.equals("server")
          ? new Facts(new Ref("server", project, id), "web", "cn-north-4b", "ACTIVE", null)
          : null;
    }

    @Override
    public Plan attach(State state, Ref server, Ref disk, String device) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Plan detach(State state, Ref server, Ref disk) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Plan rekey(Ref server, String keypair) {
      throw new UnsupportedOperationException();
    }
  }
}
