package io.ecsim.kms;

import static io.ecsim.kms.KeyPairStatus.ACTIVE;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/**
 * How key pairs live: at once there, at once gone. Servers know a key pair by its name only, so one
 * that is in use can be deleted; its servers keep the public key.
 */
final class KeyPairTable {
  private KeyPairTable() {}

  // spotless:off
  static final Lifecycle<KeyPairStatus, KeyPair> KEYPAIRS =
      Lifecycle.of("keypair", KeyPairStatus.class, KeyPair.class).missing("KPS.1002");

  static final Edge<KeyPair, Void> CREATE   = KEYPAIRS.<Void>creates("create").to(ACTIVE);
  static final Edge<KeyPair, String> UPDATE = KEYPAIRS.<String>on("update", ACTIVE).changing((pair, text, now) -> pair.describedAs(text)).failing("KPS.0002").back();
  static final Edge<KeyPair, Void> DELETE   = KEYPAIRS.<Void>on("delete", ACTIVE).failing("KPS.0002").gone();
  // spotless:on
}
