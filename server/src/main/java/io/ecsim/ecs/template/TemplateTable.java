package io.ecsim.ecs.template;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;

/** The life of a launch template: it is there, and then it is not. */
public final class TemplateTable {
  private TemplateTable() {}

  /** A template has no statuses that anybody sees. */
  public enum TemplateStatus implements Status {
    /** It can be used. */
    ACTIVE;

    @Override
    public String label() {
      return "active";
    }
  }

  // spotless:off
  /** The table. */
  public static final Lifecycle<TemplateStatus, Template> TEMPLATES = Lifecycle.of("launch-template", TemplateStatus.class, Template.class).missing("Ecs.0005");

  /** Makes a template. */
  static final Edge<Template, Void> CREATE = TEMPLATES.<Void>creates("create")
      .failingGone("Ecs.0615", TemplateStatus.ACTIVE)
      .to(TemplateStatus.ACTIVE);

  /** Deletes it. */
  static final Edge<Template, Void> DELETE = TEMPLATES.<Void>on("delete", TemplateStatus.ACTIVE)
      .refused("Ecs.0005")
      .failing("Ecs.0615")
      .gone();
  // spotless:on
}
