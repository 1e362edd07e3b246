package io.ecsim.terraform.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** Nothing, and the values that a Go program cannot tell from it. */
public final class Emptiness {
  private Emptiness() {}

  /** Whether this is null, {@code ""}, 0, false, or a collection without elements. */
  public static boolean of(Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || (value instanceof BigDecimal number && number.signum() == 0)
        || (value instanceof Collection<?> elements && elements.isEmpty())
        || (value instanceof Bag bag && bag.elements().isEmpty())
        || (value instanceof Map<?, ?> members && members.isEmpty());
  }
}
