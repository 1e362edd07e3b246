/** How things look to clients, as far as the doors agree: pages, links, times, views of disks. */
package io.ecsim.evs.view;
