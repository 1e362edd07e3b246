/** Network cards of servers, whichever door asks: what is ordered, and how it is taken on. */
package io.ecsim.ecs.nic;
