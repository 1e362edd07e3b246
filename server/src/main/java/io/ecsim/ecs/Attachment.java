package io.ecsim.ecs;

import io.ecsim.sim.Ref;

/**
 * A disk to be attached.
 *
 * @param disk the disk
 * @param device under which name the guest sees it: {@code /dev/vdb}
 */
record Attachment(Ref disk, String device) {}
