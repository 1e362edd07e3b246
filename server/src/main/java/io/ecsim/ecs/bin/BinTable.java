package io.ecsim.ecs.bin;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;

/** The life of a recycle bin's policy: it is laid down, and changes. */
public final class BinTable {
  private BinTable() {}

  /** A policy is, or it is not. */
  public enum PolicyStatus implements Status {
    /** It holds. */
    ACTIVE;

    @Override
    public String label() {
      return "active";
    }
  }

  // spotless:off
  /** The table. */
  public static final Lifecycle<PolicyStatus, BinPolicy> POLICIES = Lifecycle.of("server-recycle-policy", PolicyStatus.class, BinPolicy.class).missing("Ecs.0005");

  /** Lays down a project's first one. */
  static final Edge<BinPolicy, Void> CREATE = POLICIES.<Void>creates("create")
      .failingGone("Ecs.0615", PolicyStatus.ACTIVE)
      .to(PolicyStatus.ACTIVE);

  /** Lays down another one instead. */
  static final Edge<BinPolicy, BinPolicy> UPDATE = POLICIES.<BinPolicy>on("update", PolicyStatus.ACTIVE)
      .refused("Ecs.0005")
      .changing((before, wanted, now) -> wanted == null ? before : wanted)
      .failing("Ecs.0615")
      .back();
  // spotless:on
}
