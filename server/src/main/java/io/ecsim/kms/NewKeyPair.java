package io.ecsim.kms;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.kms.CreateKeypairOption;
import io.ecsim.api.kms.SucceededKeypairKeypair;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;

/** Makes or imports key pairs. */
record NewKeyPair(Inventory inventory) {

  SucceededKeypairKeypair make(Call call, CreateKeypairOption wish) {
    boolean imported = wish.publicKey() != null && !wish.publicKey().isEmpty();
    RsaKey made = imported ? null : RsaKey.of(seed(call, wish.name()));
    String publicKey = imported ? wish.publicKey() : made.publicKey();
    KeyPair pair = pair(wish, publicKey, imported);
    Ref ref = new Ref(KeyPairTable.KEYPAIRS.type(), call.project(), wish.name());
    call.transact(
        tx -> {
          check(tx.state(), ref);
          return tx.begin(Plan.create(KeyPairTable.CREATE, ref, pair, null));
        });
    return SucceededKeypairKeypair.builder()
        .name(pair.name())
        .type(pair.type())
        .publicKey(publicKey)
        .privateKey(imported ? null : made.privateKey())
        .fingerprint(pair.fingerprint())
        .userId(pair.userId())
        .build();
  }

  /** What the key is made from: numbered by name, and apart, as the making takes a while. */
  private String seed(Call call, String name) {
    return call.transact(
        tx -> {
          check(tx.state(), new Ref(KeyPairTable.KEYPAIRS.type(), call.project(), name));
          return tx.hexId("keypair-numbers", call.project(), name);
        });
  }

  private void check(State state, Ref ref) {
    if (state.find(ref) != null) {
      throw new ApiError("KPS.1003", "The key pair name %s is taken.".formatted(ref.id()));
    }
    int there = state.shelf(ref.type(), ref.project()).size();
    if (inventory.limits().exceeded(Limit.KEYPAIRS, there + 1L)) {
      throw new ApiError(
          "KPS.1007",
          "The quota of %d key pairs is used up.".formatted(inventory.limits().of(Limit.KEYPAIRS)));
    }
  }

  private KeyPair pair(CreateKeypairOption wish, String publicKey, boolean imported) {
    String type = wish.type() == null ? "ssh" : wish.type();
    PublicKey key = PublicKey.parse(publicKey);
    if (key == null) {
      throw new ApiError("KPS.1004", "public_key %s is no public key.".formatted(publicKey));
    }
    boolean kept =
        wish.keyProtection() != null && (!imported || wish.keyProtection().privateKey() != null);
    return new KeyPair(
        wish.name(),
        "",
        type,
        wish.scope() == null ? "user" : wish.scope(),
        publicKey,
        key.fingerprint(),
        key.algorithm(),
        kept,
        wish.userId() == null ? inventory.account().userId() : wish.userId());
  }
}
