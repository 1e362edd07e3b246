package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.catalog.plain.WholeList;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;

/** Data sources that show a list as it is. (terraform-huaweicloud 2.3.) */
final class EcsLists {
  private EcsLists() {}

  /** Groups that start servers by themselves. */
  static WholeList autoLaunchGroups() {
    return new WholeList(
            "huaweicloud_compute_auto_launch_groups",
            "cms",
            "/v2/{domain}/auto-launch-groups",
            "auto_launch_groups",
            Schema.of(
                optionalComputed("id", STRING),
                optional("name", STRING),
                optionalComputed("region", STRING),
                optional("valid_since", STRING),
                optional("valid_until", STRING),
                computed(
                    "auto_launch_groups",
                    list(
                        texts(
                            "id",
                            "name",
                            "status",
                            "task_state",
                            "type",
                            "valid_since",
                            "valid_until")))))
        .byToken();
  }

  /** The servers that such a group has started. */
  static WholeList autoLaunchGroupInstances() {
    return new WholeList(
            "huaweicloud_compute_auto_launch_group_instances",
            "cms",
            "/v2/{domain}/auto-launch-groups/{auto_launch_group_id}/instances",
            "instances",
            Schema.of(
                optionalComputed("id", STRING),
                required("auto_launch_group_id", STRING),
                optionalComputed("region", STRING),
                computed(
                    "instances",
                    list(
                        texts(
                            "availability_zone_id",
                            "flavor_id",
                            "id",
                            "name",
                            "sell_mode",
                            "status")))))
        .byToken();
  }

  /** How flavors are sold, per zone. */
  static WholeList flavorSalesPolicies() {
    Type.ObjectOf policy =
        texts("availability_zone_id", "flavor_id", "sell_mode", "sell_status")
            .and("id", NUMBER)
            .and(
                "spot_options",
                list(
                    texts("interruption_policy")
                        .and("largest_spot_duration_count", NUMBER)
                        .and("longest_spot_duration_hours", NUMBER)));
    return new WholeList(
            "huaweicloud_compute_flavor_sales_policies",
            "ecs",
            "/v1/{project}/cloudservers/flavor-sell-policies?limit=1000",
            "sell_policies",
            Schema.of(
                optionalComputed("id", STRING),
                optional("availability_zone_id", STRING),
                optional("flavor_id", STRING),
                optional("interruption_policy", STRING),
                optional("largest_spot_duration_count", STRING),
                optional("largest_spot_duration_count_gt", STRING),
                optional("longest_spot_duration_hours", STRING),
                optional("longest_spot_duration_hours_gt", STRING),
                optionalComputed("region", STRING),
                optional("sell_mode", STRING),
                optional("sell_status", STRING),
                computed("sell_policies", list(policy))))
        .byMarker();
  }

  /** Flavors that a server can be changed to. */
  static WholeList resizeFlavors() {
    return new WholeList(
            "huaweicloud_compute_resize_flavors",
            "ecs",
            "/v1/{project}/cloudservers/resize_flavors",
            "flavors",
            Schema.of(
                optionalComputed("id", STRING),
                optional("instance_uuid", STRING),
                optionalComputed("region", STRING),
                optional("sort_dir", STRING),
                optional("sort_key", STRING),
                optional("source_flavor_id", STRING),
                optional("source_flavor_name", STRING),
                computed("flavors", list(FlavorParts.FLAVOR))))
        .byMarker();
  }

  /** What the cloud is going to do with servers. */
  static WholeList scheduledEvents() {
    Type.ObjectOf event =
        texts(
                "description",
                "finish_time",
                "id",
                "instance_id",
                "not_after",
                "not_before",
                "not_before_deadline",
                "publish_time",
                "start_time",
                "state",
                "type")
            .and(
                "execute_options",
                list(
                    texts(
                        "device",
                        "executor",
                        "migrate_policy",
                        "resize_target_flavor_id",
                        "serial_number",
                        "wwn")))
            .and("source", list(texts("host_scheduled_event_id", "type")));
    return new WholeList(
            "huaweicloud_compute_scheduled_events",
            "ecs",
            "/v3/{project}/instance-scheduled-events",
            "events",
            Schema.of(
                optionalComputed("id", STRING),
                optional("event_id", STRING),
                optional("instance_id", list(STRING)),
                optional("publish_since", STRING),
                optional("publish_until", STRING),
                optionalComputed("region", STRING),
                optional("state", list(STRING)),
                optional("type", list(STRING)),
                computed("events", list(event))))
        .filteredBy("event_id", "id")
        .byToken();
  }

  /** Servers in the recycle bin. */
  static WholeList recycleBinServers() {
    return new WholeList(
            "huaweicloud_compute_recycle_bin_servers",
            "ecs",
            "/v1/{project}/recycle-bin/cloudservers",
            "servers",
            Schema.of(
                optionalComputed("id", STRING),
                optional("all_tenants", STRING),
                optional("availability_zone", STRING),
                optional("expect_fields", STRING),
                optional("ip_address", STRING),
                optional("name", STRING),
                optionalComputed("region", STRING),
                optional("tags", list(STRING)),
                optional("tags_key", list(STRING)),
                computed("servers", list(RecycledServer.TYPE))))
        .filteredBy("expect_fields", "expect-fields")
        .byMarker();
  }

  /** Templates of servers. */
  static WholeList templates() {
    return new WholeList(
            "huaweicloud_compute_templates",
            "ecs",
            "/v3/{project}/launch-templates",
            "launch_templates",
            Schema.of(
                optionalComputed("id", STRING),
                optional("launch_template_id", list(STRING)),
                optional("name", list(STRING)),
                optionalComputed("region", STRING),
                computed(
                    "launch_templates",
                    list(
                        texts("created_at", "description", "id", "name", "updated_at")
                            .and("default_version", NUMBER)
                            .and("latest_version", NUMBER)))))
        .byToken();
  }

  /** Versions of templates. */
  static WholeList templateVersions() {
    return new WholeList(
            "huaweicloud_compute_template_versions",
            "ecs",
            "/v3/{project}/launch-template-versions",
            "launch_template_versions",
            Schema.of(
                optionalComputed("id", STRING),
                optional("flavor_id", STRING),
                optional("launch_template_id", STRING),
                optionalComputed("region", STRING),
                optional("version", list(NUMBER)),
                computed(
                    "launch_template_versions",
                    list(
                        texts(
                                "created_at",
                                "launch_template_id",
                                "version_description",
                                "version_id")
                            .and("version_number", NUMBER)
                            .and("template_data", list(TemplateParts.DATA))))))
        .byToken();
  }
}
