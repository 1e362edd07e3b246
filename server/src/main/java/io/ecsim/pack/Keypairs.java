package io.ecsim.pack;

import io.ecsim.sim.Ref;
import io.ecsim.sim.State;

/** What servers ask of key pairs. KMS (which serves key pairs) implements it. */
public interface Keypairs {
  /** The key pair of this name in this project, or null. */
  Ref find(State state, String project, String name);
}
