package io.ecsim;

import io.ecsim.api.Operation;
import io.ecsim.api.Route;
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
import io.ecsim.chart.Picture;
import io.ecsim.control.Control;
import io.ecsim.control.Exhibits;
import io.ecsim.control.FaultReader;
import io.ecsim.control.Vocabulary;
import io.ecsim.http.Gateway;
import io.ecsim.http.GatewayOptions;
import io.ecsim.http.Page;
import io.ecsim.http.Services;
import io.ecsim.http.overlay.BadStubs;
import io.ecsim.inventory.BadInventory;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.InventoryFile;
import io.ecsim.pack.Exhibit;
import io.ecsim.sim.Blueprint;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Lifecycles;
import io.ecsim.sim.Worlds;
import io.ecsim.terraform.ProviderDouble;
import io.ecsim.terraform.client.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A running double of the cloud.
 *
 * <pre>{@code
 * try (Ecsim cloud = Ecsim.start(Options.embedded())) {
 *   client.withEndpoint(cloud.url() + "/evs");
 * }
 * }</pre>
 */
public final class Ecsim implements AutoCloseable {
  private final Blueprint blueprint;
  private final Worlds worlds;
  private final Gateway gateway;
  private final String providersWorld;

  private Ecsim(Blueprint blueprint, Worlds worlds, Gateway gateway, String providersWorld) {
    this.blueprint = blueprint;
    this.worlds = worlds;
    this.gateway = gateway;
    this.providersWorld = providersWorld;
  }

  /**
   * Starts a double; it answers when this returns.
   *
   * @throws BadFile if a file that the options name cannot be used
   * @throws io.ecsim.http.PortInUse if the port cannot be had
   */
  public static Ecsim start(Options options) {
    Inventory inventory = inventory(options);
    Packs packs = new Packs(inventory, System::currentTimeMillis);
    List<Exhibit<?>> types = packs.all().stream().flatMap(p -> p.exhibits().stream()).toList();
    Exhibits exhibits = new Exhibits(types);
    List<Operation> operations = operations();
    FaultReader faults = new FaultReader(new Vocabulary(exhibits, operations));
    Scenario scenario = new Scenario(faults, options.scenarios(), System.currentTimeMillis());
    Blueprint blueprint = blueprint(options, packs, types, scenario);
    Worlds worlds = new Worlds(blueprint);
    List<Route> routes = new ArrayList<>();
    packs.all().forEach(pack -> routes.addAll(pack.routes()));
    // Who answers is known only when the port is open.
    AtomicReference<Ecsim> self = new AtomicReference<>();
    routes.addAll(
        Control.routes(
            worlds,
            exhibits,
            faults,
            Version.text(),
            options.region(),
            world -> self.get().port(world)));
    Services services =
        new Services(
            worlds,
            operations,
            routes,
            packs.tokens(),
            inventory.account().projectId(),
            packs::serviceOf,
            pages(exhibits),
            new ProviderDouble(
                new Surroundings(
                    () -> self.get().url(), options.region(), options.world(), "ecsim")));
    try {
      Gateway gateway = Gateway.start(listening(options), services);
      self.set(new Ecsim(blueprint, worlds, gateway, options.world()));
      return self.get();
    } catch (BadStubs e) {
      throw new BadFile(options.stubs(), e.getMessage());
    }
  }

  private static List<Page> pages(Exhibits exhibits) {
    List<Page> pages = new ArrayList<>();
    pages.add(new Page("/openapi.json", "application/json", Ecsim::contract));
    exhibits.lifecycles().forEach(table -> pages.add(drawn(table)));
    return pages;
  }

  private static Page drawn(Lifecycle<?, ?> table) {
    return new Page(
        "/_ecsim/lifecycles/" + table.type(),
        "image/svg+xml",
        false,
        () -> Picture.of(table).getBytes(StandardCharsets.UTF_8));
  }

  private static Inventory inventory(Options options) {
    Inventory builtIn = Inventory.builtIn(options.region());
    if (options.inventory() == null) {
      return builtIn;
    }
    try {
      return InventoryFile.read(options.inventory(), builtIn);
    } catch (BadInventory e) {
      throw new BadFile(options.inventory(), e.getMessage());
    }
  }

  private static Blueprint blueprint(
      Options options, Packs packs, List<Exhibit<?>> types, Scenario scenario) {
    List<Lifecycle<?, ?>> tables = new ArrayList<>();
    types.forEach(type -> tables.add(type.lifecycle()));
    return new Blueprint(
        options.seed(),
        new Lifecycles(tables),
        new Beginning(packs.all(), scenario),
        options.clock().mode(),
        options.clock().pace(),
        options.show(),
        options.start(),
        System::currentTimeMillis);
  }

  private static GatewayOptions listening(Options options) {
    return new GatewayOptions(
        options.bind(), options.port(), Version.text(), options.stubs(), options.checkAnswers());
  }

  private static List<Operation> operations() {
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

  private static byte[] contract() {
    try (InputStream in = Operation.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it can be reached: {@code http://127.0.0.1:8480}. */
  public String url() {
    return gateway.url();
  }

  /** The port it listens on. */
  public int port() {
    return gateway.port();
  }

  /**
   * A port for clients that cannot name a world: requests that come in by it, and providers that
   * attach to it, are of this one unless they name another.
   */
  public int port(String world) {
    boolean usual = world.equals(Worlds.DEFAULT) && world.equals(providersWorld);
    return usual ? port() : gateway.port(world);
  }

  /** The certificate that clients of TLS have to trust, as PEM. */
  public byte[] certificate() {
    return gateway.certificate();
  }

  /** Its worlds. */
  public Worlds worlds() {
    return worlds;
  }

  /** What new worlds are made from. */
  public Blueprint blueprint() {
    return blueprint;
  }

  /** What answers did not keep to the contract, if they were checked. */
  public List<String> contractViolations() {
    return gateway.contractViolations();
  }

  /** Loads, aside, what first requests would otherwise wait for. */
  public void warmUp() {
    Warmth.spread(gateway);
  }

  /** Ends it; nothing is left. */
  @Override
  public void close() {
    gateway.close();
  }
}
