package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.plain.OneAnswer;
import io.ecsim.terraform.catalog.plain.WholeList;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import java.util.function.Supplier;

/**
 * What version 5 of the API tells of snapshots, their chains and their groups: the data sources,
 * and what resources have in common. (terraform-huaweicloud 2.5.)
 */
final class StandardSnapshots {
  /** A chain of snapshots. */
  static final Type CHAIN =
      texts("availability_zone", "category", "created_at", "id", "updated_at", "volume_id")
          .and("capacity", NUMBER)
          .and("snapshot_count", NUMBER);

  private static final String ALL_PROJECTS = "all_granted_eps";

  private StandardSnapshots() {}

  /** Snapshots, by default those of all enterprise projects. */
  static WholeList snapshots() {
    Type snapshot =
        texts(
                "availability_zone",
                "category",
                "cmk_id",
                "created_at",
                "description",
                "encrypt_algorithm",
                "enterprise_project_id",
                "id",
                "instant_access_retention_at",
                "name",
                "progress",
                "retention_at",
                "snapshot_group_id",
                "snapshot_type",
                "status",
                "updated_at",
                "volume_id")
            .and("encrypted", BOOL)
            .and("incremental", BOOL)
            .and("instant_access", BOOL)
            .and("size", NUMBER)
            .and("snapshot_chains", list(CHAIN))
            .and("tags", map(STRING));
    return new WholeList(
            "huaweicloud_evsv5_snapshots",
            "evs",
            "/v5/{project}/snapshots/detail?limit=1000",
            "snapshots",
            Schema.of(
                optional("availability_zone", STRING),
                optional("enterprise_project_id", STRING),
                optional("id", STRING),
                optional("ids", STRING),
                optional("name", STRING),
                optionalComputed("region", STRING),
                optional("snapshot_chain_id", STRING),
                optional("snapshot_group_id", STRING),
                optional("snapshot_type", STRING),
                optional("sort_dir", STRING),
                optional("sort_key", STRING),
                optional("status", STRING),
                optional("tag_key", STRING),
                optional("tags", STRING),
                optional("volume_id", STRING),
                computed("snapshots", list(snapshot))))
        .ofProjects(ALL_PROJECTS);
  }

  /** Chains. */
  static WholeList chains() {
    return new WholeList(
            "huaweicloud_evs_snapshot_chains",
            "evs",
            "/v5/{project}/snapshot-chains?limit=1000",
            "snapshot_chains",
            Schema.of(
                optional("category", STRING),
                optional("id", STRING),
                optionalComputed("region", STRING),
                optional("volume_id", STRING),
                computed("snapshot_chains", list(CHAIN))))
        .byMarker();
  }

  /** Groups, by default those of the provider's enterprise project. */
  static WholeList groups() {
    Type group =
        texts(
                "created_at",
                "description",
                "enterprise_project_id",
                "id",
                "name",
                "server_id",
                "status",
                "updated_at")
            .and("tags", map(STRING));
    return new WholeList(
            "huaweicloud_evs_snapshot_groups",
            "evs",
            "/v5/{project}/snapshot-groups/detail?limit=1000",
            "snapshot_groups",
            Schema.of(
                optional("enterprise_project_id", STRING),
                optional("id", STRING),
                optional("name", STRING),
                optionalComputed("region", STRING),
                optional("server_id", STRING),
                optional("sort_dir", STRING),
                optional("sort_key", STRING),
                optional("status", STRING),
                optional("tag_key", STRING),
                optional("tags", STRING),
                computed("snapshot_groups", list(group))))
        .ofProjects(null);
  }

  /** The tags of all snapshots. */
  static OneAnswer tags() {
    return tags("huaweicloud_evs_snapshots_tags", "/v5/{project}/snapshots/tags");
  }

  /** The tags of all groups. */
  static OneAnswer groupTags() {
    return tags("huaweicloud_evs_snapshot_groups_tags", "/v5/{project}/snapshot-groups/tags");
  }

  private static OneAnswer tags(String name, String path) {
    return new OneAnswer(
        name,
        "evs",
        path,
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed("tags", list(object("key", STRING, "value", list(STRING))))));
  }

  /**
   * Looks until something that is being deleted is gone.
   *
   * @param what it is called: {@code snapshot}
   * @throws Problem if it turns out that it could not be deleted
   */
  static void untilGone(Deletion task, String what, Supplier<JsonNode> look) {
    task.untilGone(
        what + " " + task.id(),
        () -> {
          if (look.get().path("status").asText().equals("error_deleting")) {
            throw Problem.error(
                "unexpected status (error_deleting)",
                what + ": " + task.id() + "\nThe cloud accepted its deletion and then failed.");
          }
        });
  }
}
