package io.ecsim.kms;

import io.ecsim.api.Call;
import io.ecsim.api.Route;
import io.ecsim.api.kms.CreateKeypairOption;
import io.ecsim.api.kms.KmsRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Keypairs;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Prompt;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Plan;
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

  @Override
  public List<Facts> all(State state, String project) {
    return state.all(KeyPairTable.KEYPAIRS, project).map(KmsPack::facts).toList();
  }

  private static Facts facts(Resource<KeyPair> resource) {
    KeyPair pair = resource.spec();
    return new Facts(
        resource.ref(),
        pair.name(),
        pair.type(),
        pair.publicKey(),
        pair.fingerprint(),
        pair.userId(),
        resource.createdAt(),
        resource.born());
  }

  @Override
  public Made make(Call call, String name, String type, String publicKey, String userId) {
    var made =
        new NewKeyPair(inventory)
            .make(call, new CreateKeypairOption(null, name, publicKey, null, type, userId));
    Resource<KeyPair> pair = call.glance().require(KeyPairTable.KEYPAIRS, call.project(), name);
    return new Made(facts(pair), made.privateKey());
  }

  @Override
  public void delete(Call call, String name) {
    Ref ref = call.glance().require(KeyPairTable.KEYPAIRS, call.project(), name).ref();
    Prompt.begin(call, tx -> Plan.of(KeyPairTable.DELETE, ref, null));
  }

  @Override
  public String sealed(State state, String project, String name, String text, String salt) {
    Resource<KeyPair> found = state.find(KeyPairTable.KEYPAIRS, project, name);
    PublicKey key = found == null ? null : PublicKey.parse(found.spec().publicKey());
    return key == null ? null : key.sealed(text, salt);
  }
}
