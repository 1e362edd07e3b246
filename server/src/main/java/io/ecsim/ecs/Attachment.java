package io.ecsim.ecs;

import io.ecsim.sim.Ref;

/**
 * A disk to be attached.
 *
 * @param disk the disk
 * @param device under which name the guest sees it: {@code /dev/vdb}; null for the next that is
 *     free when it begins, for disks may be on their way
 */
record Attachment(Ref disk, String device) {}
