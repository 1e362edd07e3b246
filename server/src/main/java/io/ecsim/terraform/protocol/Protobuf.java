package io.ecsim.terraform.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.protobuf.ProtobufMapper;
import com.fasterxml.jackson.dataformat.protobuf.schema.ProtobufSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Messages as protobuf. Fields that are not known are passed over: newer clients send more. */
final class Protobuf {
  private static final ProtobufMapper MAPPER =
      ProtobufMapper.builder().enable(JsonParser.Feature.IGNORE_UNDEFINED).build();
  private static final Map<Class<?>, ProtobufSchema> SCHEMAS = new ConcurrentHashMap<>();

  private Protobuf() {}

  static <T> T read(Class<T> type, byte[] message) {
    try {
      return MAPPER.readerFor(type).with(schema(type)).readValue(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(Object message) {
    try {
      return MAPPER.writer(schema(message.getClass())).writeValueAsBytes(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProtobufSchema schema(Class<?> type) {
    return SCHEMAS.computeIfAbsent(
        type,
        t -> {
          try {
            return MAPPER.generateSchemaFor(t);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
