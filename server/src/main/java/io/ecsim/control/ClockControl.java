package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.control.Advance;
import io.ecsim.api.control.Advanced;
import io.ecsim.api.control.AwaitStatusQuery;
import io.ecsim.api.control.Clock;
import io.ecsim.api.control.ClockApi;
import io.ecsim.api.control.ClockChange;
import io.ecsim.api.control.Due;
import io.ecsim.api.control.Resource;
import io.ecsim.sim.ClockMode;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Fired;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import java.math.BigDecimal;

/** Shows, turns and advances the clock of a world, and waits in it. */
final class ClockControl implements ClockApi {
  private static final int MOST_SHOWS = 1000;

  private final Await await;

  ClockControl(Await await) {
    this.await = await;
  }

  @Override
  public Clock showClock(Call call) {
    return show(call.world());
  }

  private static Clock show(World world) {
    State state = world.read();
    return Clock.builder()
        .mode(Pace.word(state.clock()))
        .pace(Pace.shown(state.clock()))
        .show(state.clock().show())
        .now(Times.iso(Math.max(state.now(), world.now())))
        .nextDue(state.due().isEmpty() ? null : Times.iso(state.nextDue()))
        .build();
  }

  @Override
  public Clock updateClock(Call call, ClockChange change) {
    World world = call.world();
    io.ecsim.sim.Clock now = world.read().clock();
    Pace pace = change.mode() == null ? new Pace(now.mode(), now.pace()) : Pace.of(change.mode());
    int show = change.show() == null ? now.show() : change.show();
    if (show > MOST_SHOWS) {
      throw new ApiError(400, "invalid", "show is %d, at most %d.".formatted(show, MOST_SHOWS));
    }
    world.turn(pace.mode(), paceOf(pace, change.pace()), show);
    return show(world);
  }

  private static double paceOf(Pace chosen, BigDecimal given) {
    if (given == null || chosen.mode() == ClockMode.FAST) {
      return given == null ? chosen.pace() : given.doubleValue();
    }
    if (given.compareTo(BigDecimal.ONE) != 0) {
      throw new ApiError(
              400,
              "invalid",
              "pace is %s, but only the clock fast has one.".formatted(given.toPlainString()))
          .hinting("{\"mode\":\"%sx\"}".formatted(given.toPlainString()));
    }
    return 1;
  }

  @Override
  public Advanced advanceClock(Call call, Advance body) {
    Fired fired = advance(call.world(), body);
    return new Advanced(
        fired.transitions().stream().map(ClockControl::due).toList(), Times.iso(fired.now()));
  }

  private static Fired advance(World world, Advance body) {
    if (body.by() != null) {
      return world.advance(Times.duration("by", body.by()));
    }
    return body.to().equals("idle") ? world.advanceToIdle() : world.advanceToNext();
  }

  private static Due due(Entry.Transition transition) {
    return Due.builder()
        .type(transition.ref().type())
        .id(transition.ref().id())
        .edge(transition.edge())
        .status(transition.to())
        .at(Times.iso(transition.at()))
        .build();
  }

  @Override
  public Reply<Resource> awaitStatus(Call call, AwaitStatusQuery query) {
    return await.await(call.world(), query);
  }
}
