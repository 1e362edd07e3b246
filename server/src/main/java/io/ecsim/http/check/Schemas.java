package io.ecsim.http.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.ecsim.api.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The contract's schemas, one document each: a whole bundle would keep a hundred times the memory.
 * Each is compiled on first use.
 */
final class Schemas {
  private static final String BASE = "https://ecsim/";

  private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          dialect(),
          builder ->
              builder
                  .schemas(Schemas::text)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .locale(Locale.ROOT)
                          .preloadSchema(false)
                          .build()));

  /** Members of a schema that are none of its business, such as {@code x-error}, say nothing. */
  private static Dialect dialect() {
    return Dialect.builder(Dialects.getOpenApi30())
        .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
        .build();
  }

  /** The schema of this name in a service's contract. */
  Schema get(String service, String name) {
    return at(BASE + service + '/' + name);
  }

  /** The document at this address. */
  JsonNode document(String address) {
    return at(address).getSchemaNode();
  }

  private Schema at(String address) {
    Schema schema = compiled.get(address);
    return schema != null
        ? schema
        : compiled.computeIfAbsent(address, a -> registry.getSchema(SchemaLocation.of(a)));
  }

  private static String text(String address) {
    int slash = address.indexOf('/', BASE.length());
    if (!address.startsWith(BASE) || slash < 0) {
      return null;
    }
    String file =
        "/io/ecsim/api/%s/schemas/%s.json"
            .formatted(address.substring(BASE.length(), slash), address.substring(slash + 1));
    try (InputStream in = Operation.class.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
