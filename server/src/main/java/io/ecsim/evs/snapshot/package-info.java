/**
 * The door of version 5 of the API, as far as it is about snapshots: the same ones that the other
 * doors show, with jobs, tags and the chains they hang in.
 */
package io.ecsim.evs.snapshot;
