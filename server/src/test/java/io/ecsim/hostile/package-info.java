/** What clients send that they should not, to every operation there is. */
package io.ecsim.hostile;
