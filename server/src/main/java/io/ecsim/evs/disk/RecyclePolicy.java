package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;

/**
 * What a project keeps of deleted disks: {@code evs-lifecycle.md} b.6.
 *
 * @param on whether it keeps any
 * @param threshold how many days old a disk must be to be kept
 * @param keep for how many days it is kept
 */
public record RecyclePolicy(boolean on, int threshold, int keep) implements Spec {
  /** How many days it is where nobody says so. */
  public static final int USUAL = 7;

  /** A project has one at most, whose id is this. */
  private static final String ID = "policy";

  private static final RecyclePolicy OFF = new RecyclePolicy(false, USUAL, USUAL);

  @Override
  public String name() {
    return "";
  }

  /** The address of a project's policy. */
  public static Ref ref(String project) {
    return new Ref(RecyclePolicyTable.POLICIES.type(), project, ID);
  }

  /** The policy of a project; off until somebody lays one down. */
  public static RecyclePolicy of(State state, String project) {
    var found = state.find(RecyclePolicyTable.POLICIES, project, ID);
    return found == null ? OFF : found.spec();
  }
}
