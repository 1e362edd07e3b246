package io.ecsim.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a number whose decimals the cloud cuts off: {@code x-cut: true} in the contract. */
public final class CutDecimals extends StdDeserializer<Integer> {
  private static final long serialVersionUID = 1L;

  /** Called by Jackson. */
  public CutDecimals() {
    super(Integer.class);
  }

  @Override
  public Integer deserialize(JsonParser json, DeserializationContext context) throws IOException {
    BigDecimal number = json.getDecimalValue();
    return number.intValue();
  }
}
