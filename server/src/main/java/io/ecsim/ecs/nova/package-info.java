/** The native door: the Compute API of OpenStack. */
package io.ecsim.ecs.nova;
