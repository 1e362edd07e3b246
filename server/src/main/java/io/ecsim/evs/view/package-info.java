/** How disks and snapshots look to clients, as far as both doors agree: pages, times, views. */
package io.ecsim.evs.view;
