package io.ecsim.kms;

import io.ecsim.api.kms.Keypair;
import io.ecsim.api.kms.KeypairKeypair;
import io.ecsim.api.kms.ListKeypairsKeypair;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;

/** A key pair as the API shows it: in full, and in a list. */
final class KeyPairView {
  private static final long IDS = 1_000_000_000;

  private KeyPairView() {}

  static Keypair detail(Resource<KeyPair> pair) {
    KeyPair spec = pair.spec();
    return Keypair.builder()
        .name(spec.name())
        .id(Ids.below(IDS, pair.ref()))
        .type(spec.type())
        .scope(spec.scope())
        .publicKey(spec.publicKey())
        .fingerprint(spec.fingerprint())
        .algorithm(spec.algorithm())
        .description(spec.description())
        .isKeyProtection(spec.kept())
        .deleted(false)
        .userId(spec.userId())
        .frozenState(0)
        .createTime(pair.createdAt())
        .updateTime(pair.updatedAt() == pair.createdAt() ? null : pair.updatedAt())
        .build();
  }

  static ListKeypairsKeypair item(Resource<KeyPair> pair) {
    KeyPair spec = pair.spec();
    return new ListKeypairsKeypair(
        KeypairKeypair.builder()
            .name(spec.name())
            .type(spec.type())
            .scope(spec.scope())
            .publicKey(spec.publicKey())
            .fingerprint(spec.fingerprint())
            .isKeyProtection(spec.kept())
            .frozenState("0")
            .build());
  }
}
