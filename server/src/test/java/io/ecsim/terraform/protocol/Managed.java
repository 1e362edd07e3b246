package io.ecsim.terraform.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A resource in Terraform's hands: its state, and what is done to it. */
public final class Managed {
  private final Terraform terraform;
  private final String type;
  private final Schema schema;
  private Values state = Values.NONE;
  private boolean tainted;

  Managed(Terraform terraform, String type, Schema schema) {
    this.terraform = terraform;
    this.type = type;
    this.schema = schema;
  }

  /** What a plan is going to do. */
  public enum Action {
    /** Nothing. */
    NOTHING,
    /** Make it. */
    CREATE,
    /** Change it in place. */
    UPDATE,
    /** Delete it and make it anew. */
    REPLACE
  }

  /**
   * A plan.
   *
   * @param replacing which arguments need a new object, as {@code network.0.uuid}
   * @param errors why it cannot be made: summary and detail
   */
  public record Planned(Action action, Values values, List<String> replacing, List<String> errors) {
    /** Whether this attribute is known only after apply. */
    public boolean isUnknown(String name) {
      return values.get(name) == Unknown.UNKNOWN;
    }
  }

  /** Whether anything is remembered. */
  public boolean exists() {
    return !state.members().isEmpty();
  }

  /** Whether its making failed halfway: the next plan replaces it. */
  public boolean isTainted() {
    return tainted;
  }

  /** What is remembered. */
  public Values state() {
    return state;
  }

  /** Its id. */
  public String id() {
    return state.text("id");
  }

  /** What is wrong with a configuration. */
  public List<String> validate(Object... config) {
    var written = terraform.dynamic(schema, Terraform.block(config));
    return Terraform.errors(
        terraform
            .call(
                "ValidateResourceTypeConfig",
                new Messages.ValidateRequest(type, written),
                Messages.Diagnostics.class)
            .diagnostics());
  }

  /** Reads it, then plans for this configuration. */
  public Planned plan(Object... config) {
    List<String> wrong = validate(config);
    if (!wrong.isEmpty()) {
      return new Planned(Action.NOTHING, state, List.of(), wrong);
    }
    if (exists()) {
      assertThat(refresh()).isEmpty();
    }
    return planned(Terraform.block(config), tainted ? Values.NONE : state);
  }

  private Planned planned(Map<String, Object> config, Values prior) {
    var answer =
        terraform.call(
            "PlanResourceChange",
            new Messages.PlanRequest(
                type,
                Dynamic.of(schema, nullable(prior)),
                terraform.dynamic(schema, config),
                terraform.dynamic(schema, config),
                null),
            Messages.PlanResponse.class);
    Values values = Dynamic.values(schema, answer.plannedState());
    List<String> errors = Terraform.errors(answer.diagnostics());
    if (errors.isEmpty() && !answer.legacyTypeSystem()) {
      Rules.plan(schema, prior, Terraform.object(schema, config), values);
    }
    List<String> replacing =
        answer.requiresReplace() == null
            ? List.of()
            : answer.requiresReplace().stream().map(Managed::text).toList();
    return new Planned(action(prior, values, replacing), values, replacing, errors);
  }

  private Action action(Values prior, Values planned, List<String> replacing) {
    if (prior.members().isEmpty()) {
      return tainted ? Action.REPLACE : Action.CREATE;
    }
    if (planned.equals(prior)) {
      return Action.NOTHING;
    }
    return replacing.isEmpty() ? Action.UPDATE : Action.REPLACE;
  }

  private static String text(Messages.AttributePath path) {
    return path.steps().stream()
        .map(
            step ->
                step.attributeName() != null
                    ? step.attributeName()
                    : Objects.toString(step.elementKeyInt(), step.elementKeyString()))
        .collect(Collectors.joining("."));
  }

  /** Plans and applies. Fails if anything goes wrong. */
  public Managed apply(Object... config) {
    assertThat(attempt(config)).isEmpty();
    return this;
  }

  /** Plans and applies; what went wrong. */
  public List<String> attempt(Object... config) {
    Planned plan = plan(config);
    if (!plan.errors().isEmpty() || plan.action() == Action.NOTHING) {
      return plan.errors();
    }
    if (plan.action() == Action.REPLACE) {
      List<String> wrong = tryDestroy();
      if (!wrong.isEmpty()) {
        return wrong;
      }
      plan = planned(Terraform.block(config), Values.NONE);
    }
    return applied(Terraform.block(config), plan.values());
  }

  private List<String> applied(Map<String, Object> config, Values planned) {
    boolean creates = !exists();
    var answer =
        terraform.call(
            "ApplyResourceChange",
            new Messages.ApplyRequest(
                type,
                Dynamic.of(schema, nullable(state)),
                Dynamic.of(schema, planned.members()),
                terraform.dynamic(schema, config),
                null),
            Messages.ApplyResponse.class);
    state = Dynamic.values(schema, answer.newState());
    List<String> errors = Terraform.errors(answer.diagnostics());
    tainted = creates && !errors.isEmpty() && exists();
    if (errors.isEmpty()) {
      Rules.applied(schema, planned, state);
    }
    return errors;
  }

  /** Reads it; what went wrong. If it is gone, nothing is remembered any more. */
  public List<String> refresh() {
    var answer =
        terraform.call(
            "ReadResource",
            new Messages.ReadRequest(type, Dynamic.of(schema, state.members()), null),
            Messages.ReadResponse.class);
    state = Dynamic.values(schema, answer.newState());
    return Terraform.errors(answer.diagnostics());
  }

  /** Deletes it. Fails if anything goes wrong. */
  public void destroy() {
    assertThat(tryDestroy()).isEmpty();
    assertThat(exists()).isFalse();
  }

  /** Deletes it; what went wrong. */
  public List<String> tryDestroy() {
    var answer =
        terraform.call(
            "ApplyResourceChange",
            new Messages.ApplyRequest(
                type,
                Dynamic.of(schema, state.members()),
                Dynamic.of(schema, null),
                Dynamic.of(schema, null),
                null),
            Messages.ApplyResponse.class);
    state = Dynamic.values(schema, answer.newState());
    tainted = tainted && exists();
    return Terraform.errors(answer.diagnostics());
  }

  /** Imports what has this id, and reads it. Fails if there is none. */
  public Managed imported(String id) {
    assertThat(tryImport(id)).isEmpty();
    assertThat(exists()).as("imported").isTrue();
    return this;
  }

  /** Imports what has this id, and reads it; what went wrong. */
  public List<String> tryImport(String id) {
    var answer =
        terraform.call(
            "ImportResourceState",
            new Messages.ImportRequest(type, id),
            Messages.ImportResponse.class);
    if (!Terraform.errors(answer.diagnostics()).isEmpty()) {
      return Terraform.errors(answer.diagnostics());
    }
    state = Dynamic.values(schema, answer.resources().get(0).state());
    return refresh();
  }

  private static Map<String, Object> nullable(Values values) {
    return values.members().isEmpty() ? null : values.members();
  }
}
