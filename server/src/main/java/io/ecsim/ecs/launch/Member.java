package io.ecsim.ecs.launch;

import java.math.BigDecimal;

/**
 * A server that a group has ordered.
 *
 * @param server its id
 * @param weight what it adds to the capacity
 * @param stable whether it is paid for by use; else it is a spot server
 */
public record Member(String server, BigDecimal weight, boolean stable) {}
