package io.ecsim.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.api.Operation;
import io.ecsim.http.check.Violation;
import io.ecsim.http.json.Json;
import io.ecsim.http.message.Answer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Holds answers against the contract, if it is on, and keeps what it finds. */
final class AnswerCheck {
  private static final int ANY_ERROR = 0;

  private final boolean on;
  private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();

  AnswerCheck(boolean on) {
    this.on = on;
  }

  /** What was found so far. */
  List<String> found() {
    return List.copyOf(found);
  }

  void test(Operation operation, Answer answer, String requestId) {
    if (on) {
      String problem = problem(operation, answer);
      if (problem != null) {
        found.add(
            "%s.%s answered %d (request %s): %s"
                .formatted(
                    operation.service(), operation.id(), answer.status(), requestId, problem));
      }
    }
  }

  /** A service should never be at a loss. */
  void mistake(Operation operation, String requestId, Throwable error) {
    if (on) {
      found.add(
          "%s.%s (request %s): %s"
              .formatted(operation.service(), operation.id(), requestId, error));
    }
  }

  private static String problem(Operation operation, Answer answer) {
    int status = answer.status();
    boolean error = status > 300 && !operation.responseSchemas().containsKey(status);
    if (!error
        && !operation.successes().contains(status)
        && !operation.responseSchemas().containsKey(status)) {
      return "the status is not declared";
    }
    String schema = operation.responseSchemas().get(error ? ANY_ERROR : status);
    if (schema == null) {
      boolean nothing = answer.body().length <= 2;
      return nothing ? null : "it has a body, but none is declared";
    }
    if (!Answer.JSON.equals(answer.headers().get("Content-Type"))) {
      return answer.body().length == 0 && !mayBeEmpty(operation, status) ? "it has no body" : null;
    }
    JsonNode body = Json.trusted(answer.body());
    Violation violation = Inspection.contract().answer(operation, schema, body);
    return violation == null ? null : violation.message();
  }

  /** Where several operations share an address, some may have nothing to say. */
  private static boolean mayBeEmpty(Operation operation, int status) {
    return operation.aliases().size() > 1 && operation.successes().contains(status);
  }
}
