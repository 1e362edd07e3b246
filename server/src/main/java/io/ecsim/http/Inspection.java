package io.ecsim.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.api.ApiError;
import io.ecsim.api.Operation;
import io.ecsim.http.check.Contract;
import io.ecsim.http.check.Violation;
import io.ecsim.http.json.Json;
import io.ecsim.http.json.Unreadable;

/** Holds requests against the contract; a violation becomes the service's own error. */
final class Inspection {
  private Inspection() {}

  /**
   * Reads and tests a request.
   *
   * @throws ApiError with the code that the contract gives the field, else the operation's
   */
  static ValidInput of(Errand errand) {
    Operation operation = errand.operation();
    JsonNode body = operation.requestSchema() == null ? null : body(errand);
    if (!errand.request().query().isEmpty()) {
      refuse(operation, contract().query(operation, errand.request().query()));
    }
    return new ValidInput(errand, body);
  }

  private static JsonNode body(Errand errand) {
    Operation operation = errand.operation();
    byte[] bytes = errand.request().body();
    if (bytes.length == 0) {
      if (operation.bodyRequired()) {
        throw invalid(operation, null, "The body is missing.");
      }
      return null;
    }
    try {
      JsonNode body = Json.read(bytes);
      refuse(operation, contract().body(operation, body));
      return body;
    } catch (Unreadable e) {
      throw invalid(operation, null, "The body is no valid JSON: %s.".formatted(e.getMessage()));
    }
  }

  private static void refuse(Operation operation, Violation violation) {
    if (violation != null) {
      throw invalid(operation, violation.code(), violation.message());
    }
  }

  /** A refusal of what the contract does not allow. */
  static ApiError invalid(Operation operation, String code, String message) {
    return new ApiError(400, code == null ? operation.invalid() : code, message);
  }

  static Contract contract() {
    return OnUse.CONTRACT;
  }

  /** Loads the validator when it is first needed. */
  private static final class OnUse {
    private static final Contract CONTRACT = new Contract();
  }
}
