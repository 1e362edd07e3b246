/** The native door: OpenStack's own requests on the same disks, without jobs. */
package io.ecsim.evs.cinder;
