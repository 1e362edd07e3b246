package io.ecsim.http.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.ecsim.api.Operation;
import java.util.List;
import java.util.Map;

/** Holds requests and answers against the contract. Made on first use: it loads much. */
public final class Contract {
  private final Schemas schemas = new Schemas();

  /** What is wrong with a request's body, or null. */
  public Violation body(Operation operation, JsonNode body) {
    return test(operation.service(), operation.requestSchema(), body, "The body");
  }

  /** What is wrong with a request's query, or null. Keys that the contract lacks are ignored. */
  public Violation query(Operation operation, Map<String, List<String>> query) {
    if (operation.querySchema() == null || query.isEmpty()) {
      return null;
    }
    Schema schema = schemas.get(operation.service(), operation.querySchema());
    JsonNode typed = QueryText.typed(query, schema.getSchemaNode().path("properties"));
    return test(operation.service(), operation.querySchema(), typed, "The query");
  }

  /** What is wrong with an answer's body, or null. */
  public Violation answer(Operation operation, String schema, JsonNode body) {
    return test(operation.service(), schema, body, "The answer");
  }

  private Violation test(String service, String name, JsonNode value, String what) {
    Schema schema = schemas.get(service, name);
    List<Error> errors = schema.validate(value);
    return errors.isEmpty()
        ? null
        : new Verdict(schemas, schema.getSchemaNode(), errors).violation(what);
  }
}
