/**
 * What ecsim costs: each figure next to a peer's, taken in turn in one run, because a shared
 * machine makes absolute times worthless. Start it with {@code bench/run}.
 */
package io.ecsim.bench;
