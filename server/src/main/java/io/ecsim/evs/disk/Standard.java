package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;

/**
 * What a standard snapshot has and a legacy one has not: {@code evs-schemas.md} 5.2.
 *
 * @param enterpriseProject its enterprise project, {@code 0} for the default one; a legacy snapshot
 *     is in that of its disk
 * @param incremental whether it holds only what has changed since the snapshot before it
 * @param instantAccess whether disks can be made from it at once
 * @param group the group it was made with, or null
 */
public record Standard(
    String enterpriseProject, boolean incremental, InstantAccess instantAccess, Ref group) {

  /** The same with instant access or without. */
  Standard with(InstantAccess access) {
    return new Standard(enterpriseProject, incremental, access, group);
  }
}
