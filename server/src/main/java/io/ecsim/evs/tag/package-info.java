/**
 * Tags: the same for disks, snapshots and groups, and the operations that are about nothing else.
 */
package io.ecsim.evs.tag;
