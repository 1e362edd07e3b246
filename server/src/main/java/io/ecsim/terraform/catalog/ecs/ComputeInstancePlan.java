package io.ecsim.terraform.catalog.ecs;

import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What else changes when an argument of a server does. */
final class ComputeInstancePlan {
  private ComputeInstancePlan() {}

  /** Completes a plan that the table has begun. */
  static void complete(Plan plan) {
    if (plan.creates()) {
      return;
    }
    userData(plan);
    follow(plan, "image_id", "image_name");
    follow(plan, "image_name", "image_id");
    follow(plan, "flavor_id", "flavor_name");
    follow(plan, "flavor_name", "flavor_id");
    follow(plan, "security_group_ids", "security_groups");
    follow(plan, "security_groups", "security_group_ids");
    for (String cause :
        List.of("power_action", "image_id", "image_name", "flavor_id", "flavor_name")) {
      follow(plan, cause, "status");
    }
    follow(plan, "charging_mode", "expired_time");
    // Another image comes with another disk.
    for (String cause : List.of("image_id", "image_name")) {
      follow(plan, cause, "system_disk_id");
      follow(plan, cause, "volume_attached");
    }
    systemDisk(plan);
    network(plan);
  }

  /** A state that the vendor's provider wrote holds a hash: the same text is no change. */
  private static void userData(Plan plan) {
    String before = plan.prior().text("user_data");
    String written = plan.config().text("user_data");
    if (before != null && written != null && before.equals(UserData.remembered(written))) {
      plan.keep("user_data");
    }
  }

  private static void follow(Plan plan, String cause, String effect) {
    boolean written = plan.config().get(effect) != null;
    if (plan.changes(cause) && !written && !plan.changes(effect)) {
      plan.unknown(effect);
    }
  }

  /** The list of disks shows the size, too. */
  private static void systemDisk(Plan plan) {
    String id = plan.prior().text("system_disk_id");
    if (!plan.changes("system_disk_size") || plan.changes("volume_attached")) {
      return;
    }
    List<Object> disks = new ArrayList<>();
    for (Values disk : plan.prior().blocks("volume_attached")) {
      Map<String, Object> members = new LinkedHashMap<>(disk.members());
      if (Objects.equals(disk.text("volume_id"), id)) {
        members.put("size", plan.planned().get("system_disk_size"));
      }
      disks.add(members);
    }
    plan.known("volume_attached", disks);
  }

  /** A card that moves gets other addresses. */
  private static void network(Plan plan) {
    List<Values> before = plan.prior().blocks("network");
    List<Values> written = plan.config().blocks("network");
    List<Object> cards = new ArrayList<>();
    boolean moved = false;
    for (Values card : plan.planned().blocks("network")) {
      int i = cards.size();
      boolean moves = i == 0 && !before.isEmpty() && moves(before.get(0), card);
      cards.add(moves ? moved(card, written.get(i)) : card.members());
      moved |= moves;
    }
    if (moved) {
      plan.known("network", cards);
      plan.unknown("access_ip_v4");
      plan.unknown("access_ip_v6");
    }
  }

  private static boolean moves(Values before, Values after) {
    return !Objects.equals(before.get("uuid"), after.get("uuid"))
        || !Objects.equals(before.get("fixed_ip_v4"), after.get("fixed_ip_v4"));
  }

  private static Map<String, Object> moved(Values card, Values written) {
    Map<String, Object> members = new LinkedHashMap<>(card.members());
    for (String name : List.of("fixed_ip_v4", "fixed_ip_v6", "mac", "port")) {
      if (written.get(name) == null) {
        members.put(name, Unknown.UNKNOWN);
      }
    }
    return members;
  }
}
