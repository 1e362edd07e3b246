package io.ecsim.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.ecsim.api.bss.BssOperations;
import io.ecsim.api.cbr.CbrOperations;
import io.ecsim.api.control.ControlOperations;
import io.ecsim.api.ecs.EcsOperations;
import io.ecsim.api.eip.EipOperations;
import io.ecsim.api.evs.EvsOperations;
import io.ecsim.api.iam.IamOperations;
import io.ecsim.api.ims.ImsOperations;
import io.ecsim.api.kms.KmsOperations;
import io.ecsim.api.vpc.VpcOperations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All operations, and validation against their schema documents. */
final class Contracts {
  private static final String BASE = "https://ecsim/";
  private static final ConcurrentHashMap<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          Dialects.getOpenApi30(), builder -> builder.schemas(Contracts::document));

  private Contracts() {}

  static List<Operation> operations() {
    return Stream.of(
            EvsOperations.all(),
            EcsOperations.all(),
            VpcOperations.all(),
            EipOperations.all(),
            ImsOperations.all(),
            IamOperations.all(),
            KmsOperations.all(),
            BssOperations.all(),
            CbrOperations.all(),
            ControlOperations.all())
        .flatMap(List::stream)
        .toList();
  }

  static Optional<Operation> operation(String service, String method, String path) {
    return operations().stream()
        .filter(o -> o.service().equals(service))
        .filter(o -> o.method().equals(method) && o.path().equals(path))
        .findFirst();
  }

  /** What is wrong with a body; empty if nothing is. */
  static List<String> errors(Operation operation, String schema, JsonNode body) {
    return SCHEMAS
        .computeIfAbsent(
            operation.service() + "/" + schema,
            name -> REGISTRY.getSchema(SchemaLocation.of(BASE + name)))
        .validate(body)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The text of the schema document with this address. */
  static String document(String address) {
    String[] parts = address.substring(BASE.length()).split("/", 2);
    String file = "/io/ecsim/api/" + parts[0] + "/schemas/" + parts[1] + ".json";
    try (InputStream in = Contracts.class.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
