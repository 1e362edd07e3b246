package io.ecsim.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/** Reads a {@link Given}. What is absent never gets here: the record makes that of a null. */
final class GivenDeserializer extends JsonDeserializer<Given<?>> implements ContextualDeserializer {
  private final JavaType type;

  GivenDeserializer() {
    this(null);
  }

  private GivenDeserializer(JavaType type) {
    this.type = type;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    return new GivenDeserializer(context.getContextualType().containedType(0));
  }

  @Override
  public Given<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
    Object value = context.readValue(json, type);
    return Given.of(value);
  }

  @Override
  public Given<?> getNullValue(DeserializationContext context) {
    return Given.of(null);
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Given.absent();
  }
}
