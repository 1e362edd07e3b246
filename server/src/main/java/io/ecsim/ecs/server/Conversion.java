package io.ecsim.ecs.server;

/**
 * How a server comes to be paid for by month or year.
 *
 * @param order the order that pays for it
 * @param dataDisks whether it pays for the data disks, too; it pays for the system disk anyway
 */
public record Conversion(String order, boolean dataDisks) {}
