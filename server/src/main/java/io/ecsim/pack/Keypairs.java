package io.ecsim.pack;

import io.ecsim.api.Call;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;

/** What servers ask of key pairs. KMS (which serves key pairs) implements it. */
public interface Keypairs {
  /**
   * A key pair.
   *
   * @param type {@code ssh} or {@code x509}
   * @param publicKey a line of {@code authorized_keys}
   * @param fingerprint MD5 of the public key, bytes between colons
   * @param userId whose it is
   * @param number its place among all things of the world
   */
  record Facts(
      Ref ref,
      String name,
      String type,
      String publicKey,
      String fingerprint,
      String userId,
      long createdAt,
      long number) {}

  /**
   * A key pair that has been made.
   *
   * @param privateKey the private half, or null if the public half was given
   */
  record Made(Facts pair, String privateKey) {}

  /** The key pair of this name in this project, or null. */
  Ref find(State state, String project, String name);

  /** The key pairs of a project, oldest first. */
  List<Facts> all(State state, String project);

  /**
   * Makes a key pair, or takes in one.
   *
   * @param type null for {@code ssh}
   * @param publicKey the public half, or null to make both
   * @param userId whose it shall be, or null for the account's user
   * @throws io.ecsim.api.ApiError {@code KPS.1003} if the name is taken, {@code KPS.1004} for what
   *     is no key, {@code KPS.1007} beyond the quota
   */
  Made make(Call call, String name, String type, String publicKey, String userId);

  /** Deletes the key pair of this name, which is there. */
  void delete(Call call, String name);

  /**
   * A text that only whoever has the private key can read: RSA with the padding of PKCS 1, in
   * Base64.
   *
   * @param salt what the padding follows from
   * @return null if there is no such key pair, or it is not of RSA
   */
  String sealed(State state, String project, String name, String text, String salt);
}
