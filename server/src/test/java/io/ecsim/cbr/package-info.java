/** Vaults and restore points, over HTTP, in the whole double. */
package io.ecsim.cbr;
