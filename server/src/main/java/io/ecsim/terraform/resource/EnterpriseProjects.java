package io.ecsim.terraform.resource;

import java.util.List;
import java.util.Map;

/** Moves what belongs to an enterprise project to another one. (provider-behaviour 1.3.) */
public final class EnterpriseProjects {
  private EnterpriseProjects() {}

  /**
   * Moves the object if another enterprise project is wanted, and waits until it has arrived.
   *
   * @param kind what the service calls such objects: {@code vpcs}, {@code eip}
   */
  public static void move(Change task, String kind) {
    task.when(
        () -> {
          String wanted = task.enterpriseProject(task.planned());
          String path = "/v1.0/enterprise-projects/" + (wanted == null ? "0" : wanted);
          task.post(
              "eps",
              path + "/resources-migrate",
              Body.of(
                  "resource_type", kind,
                  "resource_id", task.id(),
                  "project_id", task.cloud().project(),
                  "region_id", task.settings().region()));
          task.until(task.id() + " to arrive", () -> arrived(task, path, kind) ? true : null);
        },
        "enterprise_project_id");
  }

  private static boolean arrived(Change task, String path, String kind) {
    Map<String, Object> filter =
        Body.of(
            "projects",
            List.of(task.cloud().project()),
            "resource_types",
            List.of(kind),
            "limit",
            1000,
            "offset",
            0);
    return task.post("eps", path + "/resources/filter", filter)
        .path("resources")
        .findValuesAsText("resource_id")
        .contains(task.id());
  }
}
