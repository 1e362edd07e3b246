package io.ecsim.kms;

import io.ecsim.api.Route;
import io.ecsim.api.kms.KmsRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Keypairs;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.function.Supplier;

/** The key management service, as far as key pairs go. */
public final class KmsPack implements Pack, Keypairs {
  private final Inventory inventory;
  private final Supplier<Servers> servers;

  /**
   * The service.
   *
   * @param inventory the limits
   * @param servers whose key pair is changed; asked late, as servers need key pairs
   */
  public KmsPack(Inventory inventory, Supplier<Servers> servers) {
    this.inventory = inventory;
    this.servers = servers;
  }

  @Override
  public String service() {
    return "kms";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(Exhibit.of(KeyPairTable.KEYPAIRS));
  }

  @Override
  public List<Route> routes() {
    return KmsRoutes.of(new KeyTasks(), new KeyPairOperations(inventory, new Binding(servers)));
  }

  @Override
  public Ref find(State state, String project, String name) {
    Resource<KeyPair> found = state.find(KeyPairTable.KEYPAIRS, project, name);
    return found == null ? null : found.ref();
  }
}
