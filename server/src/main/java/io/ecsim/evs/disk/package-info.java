/**
 * Disks and their snapshots as they are, whoever looks: what they consist of, the tables of their
 * lives, and the rules of what may be had. Nothing here answers a request.
 */
package io.ecsim.evs.disk;
