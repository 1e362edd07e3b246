/**
 * Backups of disks: what they consist of, the table of their lives, the rules of what may be had.
 * They know disks; disks do not know them. All doors, those of other services too, reach the same
 * backups.
 */
package io.ecsim.evs.backup;
