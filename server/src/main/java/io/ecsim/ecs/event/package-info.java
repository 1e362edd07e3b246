/**
 * Scheduled events: what the cloud plans to do to a server and asks its owner about. No public call
 * makes one; the control API does, as {@code server.plan-redeploy} and {@code server.plan-reboot}.
 */
package io.ecsim.ecs.event;
