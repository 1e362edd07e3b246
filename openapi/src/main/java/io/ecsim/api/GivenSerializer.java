package io.ecsim.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a {@link Given}. Members that are one are left out where it is absent: it is empty. */
final class GivenSerializer extends JsonSerializer<Given<?>> {
  GivenSerializer() {}

  @Override
  public void serialize(Given<?> given, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    provider.defaultSerializeValue(given.value(), json);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Given<?> given) {
    return !given.present();
  }
}
