package io.ecsim.terraform.catalog;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.value.Values;
import java.util.Map;

/** The arguments of subscriptions. (provider-behaviour 1.3.) */
final class Billing {
  private Billing() {}

  /** The order for what shall be prepaid; nothing for what is not. */
  static Map<String, Object> of(Values arguments) {
    if (!"prePaid".equals(arguments.text("charging_mode"))) {
      return Map.of();
    }
    return Body.of(
        "chargingMode", "prePaid",
        "periodType", arguments.text("period_unit"),
        "periodNum", arguments.number("period"),
        "isAutoRenew", arguments.text("auto_renew"),
        "isAutoPay", arguments.text("auto_pay") == null ? "true" : arguments.text("auto_pay"));
  }
}
