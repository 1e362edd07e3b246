package io.ecsim.evs.disk;

import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/**
 * Which disks may change hands: {@code evs-lifecycle.md} b.1, "Create transfer". Each rule says
 * what is wrong, or null.
 */
final class TransferRules {
  /** The metadata key of a disk that is backed up by a policy: {@code evs-schemas.md} 1.4. */
  private static final String POLICY = "policy";

  private TransferRules() {}

  /** What a disk is that its project must keep. */
  static String isBound(Resource<Volume> disk) {
    Volume volume = disk.spec();
    if (volume.encrypted()) {
      return "The %s is encrypted.".formatted(disk.ref());
    }
    if (volume.bootable()) {
      return "The %s is a system disk.".formatted(disk.ref());
    }
    if (volume.prepaid()) {
      return "The %s is prepaid.".formatted(disk.ref());
    }
    return volume.metadata().containsKey(POLICY)
        ? "The %s has the backup policy %s.".formatted(disk.ref(), volume.metadata().get(POLICY))
        : null;
  }

  /** Who would be left behind with an address at which there is no disk. */
  static String isEntangled(State state, Resource<Volume> disk) {
    List<Ref> users = state.usersOf(disk.ref()).stream().<Ref>map(Resource::ref).toList();
    if (!users.isEmpty()) {
      return "The %s has %s.".formatted(disk.ref(), users);
    }
    if (!disk.spec().uses().isEmpty()) {
      return "The %s belongs to %s.".formatted(disk.ref(), disk.spec().uses());
    }
    List<String> beside = disk.alongside().stream().map(state::job).map(Job::edge).toList();
    return beside.isEmpty()
        ? null
        : "On the %s there is still under way: %s.".formatted(disk.ref(), beside);
  }
}
