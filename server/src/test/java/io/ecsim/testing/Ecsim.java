package io.ecsim.testing;

import io.ecsim.api.Operation;
import io.ecsim.api.bss.BssOperations;
import io.ecsim.api.cbr.CbrOperations;
import io.ecsim.api.control.ControlOperations;
import io.ecsim.api.ecs.EcsOperations;
import io.ecsim.api.eip.EipOperations;
import io.ecsim.api.evs.EvsOperations;
import io.ecsim.api.iam.IamOperations;
import io.ecsim.api.ims.ImsOperations;
import io.ecsim.api.kms.KmsOperations;
import io.ecsim.api.vpc.VpcOperations;
import io.ecsim.http.Gateway;
import io.ecsim.http.GatewayOptions;
import io.ecsim.http.Services;
import io.ecsim.inventory.Account;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Tokens;
import io.ecsim.sim.Blueprint;
import io.ecsim.sim.ClockMode;
import io.ecsim.sim.Fired;
import io.ecsim.sim.Lifecycles;
import io.ecsim.sim.Seed;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import io.ecsim.sim.Worlds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A double of some packs for each test of a class, on a port of its own: {@code @RegisterExtension
 * final Ecsim ecsim = Ecsim.of(pack)}. Time stands still until it is advanced. A test that provokes
 * an answer which the contract does not allow fails.
 */
public final class Ecsim implements BeforeEachCallback, AfterEachCallback {
  /** The project of requests that name none. */
  public static final String PROJECT = Account.BUILT_IN.projectId();

  /** When each test begins. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Pack> packs;
  private final AtomicLong wall = new AtomicLong();
  private ClockMode mode = ClockMode.STEPPED;
  private int show;
  private boolean strict = true;
  private Path stubs;
  private Worlds worlds;
  private Gateway gateway;
  private Http http;

  private Ecsim(List<Pack> packs) {
    this.packs = packs;
  }

  /** A double of these packs. */
  public static Ecsim of(Pack... packs) {
    return new Ecsim(List.of(packs));
  }

  /** Another clock than {@code STEPPED}. */
  public Ecsim clock(ClockMode newMode) {
    mode = newMode;
    return this;
  }

  /** Each step lasts until it has been seen so many times. */
  public Ecsim show(int times) {
    show = times;
    return this;
  }

  /** Answers may be against the contract: the packs are not what is tested. */
  public Ecsim lenient() {
    strict = false;
    return this;
  }

  /** With WireMock stubs of this folder. */
  public Ecsim stubs(Path folder) {
    stubs = folder;
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    wall.set(START.toEpochMilli());
    worlds = new Worlds(blueprint());
    gateway =
        Gateway.start(
            new GatewayOptions("127.0.0.1", 0, "test", stubs, true),
            new Services(
                worlds,
                operations(),
                packs.stream().flatMap(pack -> pack.routes().stream()).toList(),
                tokens(),
                PROJECT,
                (world, services, parameters, query) ->
                    parameters.containsKey("job_id")
                        ? ownerOfJob(world, parameters.get("job_id"))
                        : null,
                List.of(),
                world -> {
                  throw new UnsupportedOperationException("packs alone speak no gRPC");
                }));
    http = new Http(gateway.url());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    gateway.close();
    List<String> violations = gateway.contractViolations();
    if (strict && !violations.isEmpty()) {
      throw new AssertionError("against the contract:\n" + String.join("\n", violations));
    }
  }

  private Blueprint blueprint() {
    Seed inventory = (tx, project) -> packs.forEach(pack -> pack.plant(tx, project));
    var tables =
        packs.stream().flatMap(p -> p.exhibits().stream()).map(Exhibit::lifecycle).toList();
    return new Blueprint(
        "1",
        new Lifecycles(new ArrayList<>(tables)),
        inventory,
        mode,
        20,
        show,
        START.toEpochMilli(),
        wall::get);
  }

  /** All operations of the contract. */
  public static List<Operation> operations() {
    return Stream.of(
            EcsOperations.all(),
            EvsOperations.all(),
            CbrOperations.all(),
            VpcOperations.all(),
            EipOperations.all(),
            ImsOperations.all(),
            IamOperations.all(),
            KmsOperations.all(),
            BssOperations.all(),
            ControlOperations.all())
        .flatMap(List::stream)
        .toList();
  }

  private Tokens tokens() {
    return packs.stream()
        .filter(Tokens.class::isInstance)
        .map(Tokens.class::cast)
        .findFirst()
        .orElse(Tokens.NONE);
  }

  private String ownerOfJob(World world, String id) {
    State state = world.read();
    String job = id;
    while (state.job(job) != null && state.job(job).ref() == null) {
      job = state.job(job).parts().get(0);
    }
    if (state.job(job) == null) {
      return null;
    }
    String type = state.job(job).ref().type();
    return packs.stream()
        .filter(p -> p.exhibits().stream().anyMatch(e -> e.lifecycle().type().equals(type)))
        .map(Pack::service)
        .findFirst()
        .orElse(null);
  }

  /** Speaks to the double. */
  public Http http() {
    return http;
  }

  /** Its address. */
  public String url() {
    return gateway.url();
  }

  /** Its port. */
  public int port() {
    return gateway.port();
  }

  /** Its usual world. */
  public World world() {
    return world(Worlds.DEFAULT);
  }

  /** One of its worlds. */
  public World world(String name) {
    return worlds.get(name);
  }

  /** What answers have violated the contract so far. */
  public List<String> contractViolations() {
    return gateway.contractViolations();
  }

  /** Moves the usual world's clock. */
  public Fired advance(Duration by) {
    return world().advance(by);
  }

  /** Ends all steps under way in the usual world. */
  public Fired advanceToIdle() {
    return world().advanceToIdle();
  }

  /** Moves the wall clock. */
  public void passWallTime(Duration by) {
    wall.addAndGet(by.toMillis());
  }
}
