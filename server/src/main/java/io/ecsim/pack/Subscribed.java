package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.Set;

/**
 * What the Business Support System asks of a service whose things are paid for by month or year.
 * EVS and ECS implement it.
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

  /**
   * Orders its end.
   *
   * @param along ids of what is to end with it, as far as it {@linkplain #takesAlong takes that
   *     along}
   * @return the id of the order
   * @throws Refusal if it cannot be ended now; nothing is ordered then
   */
  String unsubscribe(Tx tx, Orders orders, Ref ref, Set<String> along);

  /** Whether a resource with this id can end with it, without being subscribed by itself. */
  default boolean takesAlong(State state, Ref ref, String id) {
    return false;
  }

  /** What is done when it has been renewed after its time was over, or null for nothing. */
  default Plan renewed(State state, Ref ref) {
    return null;
  }
}
