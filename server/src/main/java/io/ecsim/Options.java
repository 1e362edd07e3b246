package io.ecsim;

import io.ecsim.control.Pace;
import io.ecsim.control.Times;
import io.ecsim.sim.Clock;
import io.ecsim.sim.ClockMode;
import java.nio.file.Path;
import java.util.List;

/**
 * How a double is started.
 *
 * @param bind the address to listen on
 * @param port the port; 0 is any free one
 * @param clock how the clocks of new worlds go
 * @param show how often each step must be seen before it ends
 * @param start where a stepped clock begins, in milliseconds; negative for now
 * @param seed what ids and dice are hashed with
 * @param region the region it stands for
 * @param world the world of attached Terraform providers whose block names none
 * @param inventory a file that changes the built-in inventory, or null
 * @param scenarios files of fault rules that each world begins with
 * @param stubs a folder of WireMock mappings, or null
 * @param checkAnswers whether answers are held against the contract, for tests
 */
public record Options(
    String bind,
    int port,
    Pace clock,
    int show,
    long start,
    String seed,
    String region,
    String world,
    Path inventory,
    List<Path> scenarios,
    Path stubs,
    boolean checkAnswers) {

  /** The port of {@code serve}. */
  public static final int USUAL_PORT = 8480;

  /** The region of the built-in inventory. */
  public static final String USUAL_REGION = "cn-north-4";

  /** What {@code serve} does without options. */
  public static final Options USUAL =
      new Options(
          "127.0.0.1",
          USUAL_PORT,
          new Pace(ClockMode.FAST, Clock.USUAL_PACE),
          0,
          -1,
          "1",
          USUAL_REGION,
          "default",
          null,
          List.of(),
          null,
          false);

  /** For a test: a free port, a stepped clock, answers held against the contract. */
  public static Options embedded() {
    return USUAL.withPort(0).withClock("stepped").withCheckAnswers(true);
  }

  /** Listens on another address. */
  public Options withBind(String value) {
    return new Options(
        value,
        port,
        clock,
        show,
        start,
        seed,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** Listens on another port; 0 is any free one. */
  public Options withPort(int value) {
    return new Options(
        bind,
        value,
        clock,
        show,
        start,
        seed,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /**
   * Another clock: {@code real}, {@code fast}, {@code 60x}, {@code instant}, {@code stepped}.
   *
   * @throws io.ecsim.api.ApiError for another word
   */
  public Options withClock(String word) {
    return new Options(
        bind,
        port,
        Pace.of(word),
        show,
        start,
        seed,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** Each step is held until it has been seen so often. */
  public Options withShow(int value) {
    return new Options(
        bind,
        port,
        clock,
        value,
        start,
        seed,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /**
   * A stepped clock begins here: {@code 2026-11-22T08:30:00Z}.
   *
   * @throws io.ecsim.api.ApiError if the text is no moment
   */
  public Options withStart(String moment) {
    return new Options(
        bind,
        port,
        clock,
        show,
        Times.moment("start", moment),
        seed,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** Other ids and dice. */
  public Options withSeed(String value) {
    return new Options(
        bind,
        port,
        clock,
        show,
        start,
        value,
        region,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** Another region. */
  public Options withRegion(String value) {
    return new Options(
        bind,
        port,
        clock,
        show,
        start,
        seed,
        value,
        world,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** Another world for attached providers whose block names none. */
  public Options withWorld(String value) {
    return new Options(
        bind,
        port,
        clock,
        show,
        start,
        seed,
        region,
        value,
        inventory,
        scenarios,
        stubs,
        checkAnswers);
  }

  /** A file that changes the built-in inventory. */
  public Options withInventory(Path value) {
    return new Options(
        bind, port, clock, show, start, seed, region, world, value, scenarios, stubs, checkAnswers);
  }

  /** Files of fault rules that each world begins with. */
  public Options withScenarios(List<Path> value) {
    return new Options(
        bind,
        port,
        clock,
        show,
        start,
        seed,
        region,
        world,
        inventory,
        List.copyOf(value),
        stubs,
        checkAnswers);
  }

  /** A folder of WireMock mappings. */
  public Options withStubs(Path value) {
    return new Options(
        bind,
        port,
        clock,
        show,
        start,
        seed,
        region,
        world,
        inventory,
        scenarios,
        value,
        checkAnswers);
  }

  /** Whether answers are held against the contract. */
  public Options withCheckAnswers(boolean value) {
    return new Options(
        bind, port, clock, show, start, seed, region, world, inventory, scenarios, stubs, value);
  }
}
