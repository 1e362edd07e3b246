package io.ecsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.sim.Event;
import io.ecsim.sim.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole double as users start it, with every service, for each test of a class. Time stands
 * still until it is advanced. A test that provokes an answer which the contract does not allow
 * fails.
 */
public final class WholeDouble implements BeforeEachCallback, AfterEachCallback {
  private final Options options;
  private io.ecsim.Ecsim ecsim;
  private Http http;

  /** A double with a stepped clock. */
  public WholeDouble() {
    this(Options.embedded());
  }

  /** A double with these options. */
  public WholeDouble(Options options) {
    this.options = options;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ecsim = io.ecsim.Ecsim.start(options);
    http = new Http(ecsim.url());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ecsim.close();
    List<String> violations = ecsim.contractViolations();
    if (!violations.isEmpty()) {
      throw new AssertionError("against the contract:\n" + String.join("\n", violations));
    }
  }

  /** Where it listens. */
  public String url() {
    return ecsim.url();
  }

  /** A client of it. */
  public Http http() {
    return http;
  }

  /** The world of requests that name none. */
  public World world() {
    return ecsim.worlds().get("default");
  }

  /** Lets the next thing happen that is due; false if nothing is under way. */
  public boolean next() {
    boolean any = world().read().due().values().stream().anyMatch(Event.StepEnds.class::isInstance);
    if (any) {
      world().advanceToNext();
    }
    return any;
  }

  /** Lets all steps under way end. */
  public void idle() {
    world().advanceToIdle();
  }

  /** Lays a fault rule, written as users write it. */
  public void fault(String json) {
    HttpAnswer answer = http.post("/_ecsim/faults", json);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  /** All that there is in the world, as {@code volume 1234}. */
  public Set<String> resources() {
    return world().read().shelves().values().stream()
        .flatMap(shelf -> shelf.all().stream())
        .map(resource -> resource.ref().type() + " " + resource.ref().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The default VPC of a project. */
  public String vpc(String project) {
    return first("/vpc/v1/" + project + "/vpcs?limit=1", "/vpcs/0/id");
  }

  /** The default subnet of a project. */
  public String subnet(String project) {
    return first("/vpc/v1/" + project + "/subnets?limit=1", "/subnets/0/id");
  }

  /** A public image. */
  public String image() {
    return first("/ims/v2/cloudimages?name=Ubuntu%2022.04%20server%2064bit", "/images/0/id");
  }

  private String first(String path, String pointer) {
    HttpAnswer answer = http.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at(pointer);
  }
}
