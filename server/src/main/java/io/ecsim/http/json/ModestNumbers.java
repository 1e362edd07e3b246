package io.ecsim.http.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/** Refuses numbers such as 1e999999999, which are short to write and endless to calculate with. */
final class ModestNumbers extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;
  private static final int DIGITS = 400;

  @Override
  public ValueNode numberNode(BigDecimal number) {
    if (number != null && Math.abs((long) number.precision() - number.scale()) > DIGITS) {
      throw new Unreadable("a number has more than %d digits".formatted(DIGITS));
    }
    return super.numberNode(number);
  }
}
