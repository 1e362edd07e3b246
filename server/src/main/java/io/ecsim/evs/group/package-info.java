/**
 * Groups of snapshots: of several disks, made and deleted together, with a life of their own that
 * the lives of their snapshots are part of.
 */
package io.ecsim.evs.group;
