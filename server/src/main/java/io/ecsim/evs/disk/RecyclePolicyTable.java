package io.ecsim.evs.disk;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;

/** The life of a recycle bin's policy: it is laid down, and changes. */
public final class RecyclePolicyTable {
  private RecyclePolicyTable() {}

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
  public static final Lifecycle<PolicyStatus, RecyclePolicy> POLICIES = Lifecycle.of("recycle-policy", PolicyStatus.class, RecyclePolicy.class).missing("EVS.5404");

  /** Lays down a project's first one. */
  public static final Edge<RecyclePolicy, Void> CREATE = POLICIES.<Void>creates("create")
      .failingGone("EVS.2002", PolicyStatus.ACTIVE)
      .to(PolicyStatus.ACTIVE);

  /** Lays down another one instead. */
  public static final Edge<RecyclePolicy, RecyclePolicy> UPDATE = POLICIES.<RecyclePolicy>on("update", PolicyStatus.ACTIVE)
      .refused("EVS.5400")
      .changing((before, wanted, now) -> wanted)
      .failing("EVS.2002")
      .back();
  // spotless:on
}
