package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of subscriptions. (provider-behaviour 1.3.) */
public final class Billing {
  private static final int COMPLETE = 5;

  /** Refund pending, processing, payment pending. */
  private static final Set<Integer> UNDER_WAY = Set.of(2, 3, 6);

  private Billing() {}

  /**
   * The order for what shall be prepaid; nothing for what is not.
   *
   * @throws Problem if it is not said for how long
   */
  public static Map<String, Object> of(Values arguments) {
    if (!isPrepaid(arguments)) {
      return Map.of();
    }
    if (arguments.number("period") == null || arguments.filled("period_unit") == null) {
      throw Problem.error(
          "both of `period, period_unit` must be specified in prePaid charging mode", "");
    }
    return Body.of(
        "chargingMode", "prePaid",
        "periodType", arguments.text("period_unit"),
        "periodNum", arguments.number("period"),
        "isAutoRenew", arguments.text("auto_renew"),
        "isAutoPay", autoPay(arguments));
  }

  /** The order for a change of what is prepaid; nothing for what is not. */
  public static Map<String, Object> ofChange(Values arguments) {
    return isPrepaid(arguments) ? Body.of("isAutoPay", autoPay(arguments)) : Map.of();
  }

  /**
   * Follows the order that an answer names until it is paid; without an order nothing is to be
   * waited for.
   *
   * @throws Problem if it will never be
   */
  public static void paid(Task task, JsonNode accepted) {
    String order = accepted.path("order_id").asText();
    if (!order.isEmpty()) {
      task.until("order " + order + " to complete", () -> isComplete(task, order) ? order : null);
    }
  }

  private static boolean isComplete(Task task, String order) {
    int status =
        task.get("bss", "/v2/orders/customer-orders/details/" + order)
            .path("order_info")
            .path("status")
            .asInt();
    if (status != COMPLETE && !UNDER_WAY.contains(status)) {
      throw Problem.error("unexpected status (" + status + ") of the order", "order: " + order);
    }
    return status == COMPLETE;
  }

  /**
   * Follows the order that an answer names until it is paid and what it is for is there.
   *
   * @return the id of what it is for; null without an order
   */
  public static String delivered(Task task, JsonNode accepted) {
    paid(task, accepted);
    String order = accepted.path("order_id").asText();
    if (order.isEmpty()) {
      return null;
    }
    return task.until("what the order " + order + " is for", () -> ordered(task, order));
  }

  private static String ordered(Task task, String order) {
    JsonNode found =
        task.post(
            "bss",
            "/v2/orders/suscriptions/resources/query",
            Body.of("order_id", order, "only_main_resource", 1));
    return found.path("data").path(0).path("resource_id").asText(null);
  }

  /** Has a subscription renew itself, or not. */
  public static void renew(Task task, String id, boolean renews) {
    String path = "/v2/orders/subscriptions/resources/autorenew/" + id;
    if (renews) {
      task.post("bss", path, Map.of());
    } else {
      task.delete("bss", path);
    }
  }

  /** Ends a subscription, and with it what is subscribed. */
  public static void unsubscribe(Task task, String id) {
    unsubscribe(task, List.of(id));
  }

  /** Ends subscriptions, and with them what is subscribed. */
  public static void unsubscribe(Task task, List<String> ids) {
    task.post(
        "bss",
        "/v2/orders/subscriptions/resources/unsubscribe",
        Body.of("resource_ids", ids, "unsubscribe_type", 1));
  }

  /** Whether it is paid for in advance. */
  public static boolean isPrepaid(Values arguments) {
    return "prePaid".equals(arguments.text("charging_mode"));
  }

  /** Whether orders pay themselves, as the text that the cloud wants. */
  public static String autoPay(Values arguments) {
    return "false".equals(arguments.text("auto_pay")) ? "false" : "true";
  }
}
