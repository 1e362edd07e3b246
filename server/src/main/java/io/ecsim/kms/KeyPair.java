package io.ecsim.kms;

import io.ecsim.sim.Spec;

/**
 * A key pair. Its name is its id. The private half is shown once and not kept.
 *
 * @param type {@code ssh} or {@code x509}
 * @param scope {@code user} or {@code domain}
 * @param publicKey the public key exactly as it was given
 * @param fingerprint MD5 of the public key, bytes between colons
 * @param algorithm {@code SSH_RSA_2048}
 * @param kept whether the cloud keeps the private key
 * @param userId whose it is
 */
record KeyPair(
    String name,
    String description,
    String type,
    String scope,
    String publicKey,
    String fingerprint,
    String algorithm,
    boolean kept,
    String userId)
    implements Spec {

  KeyPair describedAs(String text) {
    return new KeyPair(name, text, type, scope, publicKey, fingerprint, algorithm, kept, userId);
  }
}
