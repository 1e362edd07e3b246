package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;

/**
 * What the Business Support System asks of a service whose things are paid for by month or year.
 * EVS implements it.
 */
public interface Subscribed {
  /** The type of these things: {@code volume}. */
  String type();

  /** The service as the Business Support System calls it: {@code hws.service.type.ebs}. */
  String serviceCode();

  /** The kind of resource as the Business Support System calls it. */
  String resourceCode();

  /** Why this cannot be unsubscribed, or null if it can. */
  Problem forbids(State state, Ref ref);

  /** What ends it. */
  Plan end(State state, Ref ref);
}
