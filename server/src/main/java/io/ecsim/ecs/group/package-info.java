/** Groups of servers that are to be on different hosts, and where that puts them. */
package io.ecsim.ecs.group;
