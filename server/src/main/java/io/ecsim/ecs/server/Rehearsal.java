package io.ecsim.ecs.server;

import io.ecsim.api.Call;
import io.ecsim.sim.Tx;
import java.util.function.Consumer;

/** A change that is tried out and thrown away: {@code dry_run}. */
public final class Rehearsal {
  private Rehearsal() {}

  /** Ends a transaction so that nothing of it stays. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Over() {
      super(null, null, false, false);
    }
  }

  /** Tries a change out; it throws what the change would throw. */
  public static void of(Call call, Consumer<Tx> change) {
    try {
      call.transact(
          tx -> {
            change.accept(tx);
            throw new Over();
          });
    } catch (Over over) {
      // All went well, and nothing has happened.
    }
  }
}
