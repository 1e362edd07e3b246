package io.ecsim.terraform.catalog;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Changed;
import io.ecsim.terraform.resource.EnterpriseProjects;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes a public address in place, in the vendor's order. (provider-behaviour 4.1.) */
final class VpcEipChanges {
  private VpcEipChanges() {}

  static void of(Change task) {
    task.when(
        () -> {
          configure(task);
          rebind(task);
        },
        "name",
        "publicip");
    Tags.change(task, "vpc", VpcEip.tagsOf(task.id()));
    if (task.changes("charging_mode")) {
      task.when(() -> subscribe(task), "charging_mode", "period", "period_unit", "auto_renew");
    } else {
      task.when(() -> renew(task), "auto_renew");
    }
    task.when(() -> resize(task), "bandwidth");
    EnterpriseProjects.move(task, "eip");
    task.when(
        () -> VpcEip.describe(task, task.id(), Changed.text(task, "description")), "description");
  }

  private static void configure(Change task) {
    boolean version = !was(task, "ip_version").equals(is(task, "ip_version"));
    if (version || task.changes("name")) {
      Map<String, Object> wanted =
          Body.of(
              "alias",
              Changed.text(task, "name"),
              "ip_version",
              version ? task.planned().block("publicip").number("ip_version") : null);
      task.put("vpc", VpcEip.path(task.id()), Body.of("publicip", wanted));
    }
  }

  private static void rebind(Change task) {
    String from = was(task, "port_id");
    String to = is(task, "port_id");
    if (!from.equals(to)) {
      if (!from.isEmpty()) {
        VpcEip.bind(task, task.id(), null);
      }
      if (!to.isEmpty()) {
        VpcEip.bind(task, task.id(), to);
      }
    }
  }

  private static String was(Change task, String name) {
    return Objects.toString(task.prior().block("publicip").get(name), "");
  }

  private static String is(Change task, String name) {
    return Objects.toString(task.planned().block("publicip").get(name), "");
  }

  private static void subscribe(Change task) {
    if (!Billing.isPrepaid(task.planned())) {
      throw Problem.error(
              "error updating the charging mode: only support changing post-paid EIP to pre-paid",
              "EIP: " + task.id())
          .at(Path.of("charging_mode"));
    }
    task.post(
        "vpc",
        "/v2.0/{project}/publicips/change-to-period",
        Body.of("publicip_ids", List.of(task.id()), "extendParam", order(task.planned())));
  }

  private static void renew(Change task) {
    String subscription = "/v2/orders/subscriptions/resources/autorenew/" + task.id();
    if ("true".equals(task.planned().text("auto_renew"))) {
      task.post("bss", subscription, Map.of());
    } else {
      task.delete("bss", subscription);
    }
  }

  private static void resize(Change task) {
    Values bandwidth = task.planned().block("bandwidth");
    boolean prepaid = Billing.isPrepaid(task.planned());
    Map<String, Object> wanted =
        Body.of(
            "name", bandwidth.filled("name"),
            "size", bandwidth.number("size"),
            "charge_mode", prepaid ? null : bandwidth.filled("charge_mode"));
    String auto = prepaid ? Billing.autoPay(task.planned()) : null;
    task.put(
        "vpc",
        (prepaid ? "/v2.0" : "/v1")
            + "/{project}/bandwidths/"
            + task.prior().block("bandwidth").text("id"),
        Body.of("bandwidth", wanted, "extendParam", Body.of("is_auto_pay", auto)));
  }

  /** The order for what shall be prepaid, in this service's words; nothing for what is not. */
  static Map<String, Object> order(Values eip) {
    Map<String, Object> order = Billing.of(eip);
    return Body.of(
        "charge_mode", order.get("chargingMode"),
        "period_type", order.get("periodType"),
        "period_num", order.get("periodNum"),
        "is_auto_renew", order.get("isAutoRenew"),
        "is_auto_pay", order.get("isAutoPay"));
  }
}
