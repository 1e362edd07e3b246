/** What disks do, and what clients see of it. */
package io.ecsim.evs;
