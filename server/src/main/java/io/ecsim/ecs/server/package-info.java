/**
 * What a server is and what may happen to it: its table, statuses, rules. Knows no operation and no
 * door.
 */
package io.ecsim.ecs.server;
