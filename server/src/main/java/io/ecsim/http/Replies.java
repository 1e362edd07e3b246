package io.ecsim.http;

import io.ecsim.api.ErrorForm;
import io.ecsim.api.Operation;
import io.ecsim.api.Reply;
import io.ecsim.http.json.Json;
import io.ecsim.http.message.Answer;

/** Makes answers of what services return. */
final class Replies {
  private static final byte[] NOTHING = {'{', '}'};
  private static final int NO_CONTENT = 204;

  private Replies() {}

  /**
   * The answer.
   *
   * @param result a body, a {@link Reply} with one, or null for none
   */
  static Answer answer(Operation operation, Object result) {
    if (!(result instanceof Reply<?> reply)) {
      return answer(operation, operation.success(), result);
    }
    int status = reply.status() == 0 ? operation.success() : reply.status();
    return answer(operation, status, reply.body()).with(reply.headers());
  }

  private static Answer answer(Operation operation, int status, Object body) {
    if (body instanceof byte[] bytes) {
      return Answer.of(status, "application/octet-stream", bytes);
    }
    if (body != null) {
      return Answer.json(status, Json.write(body));
    }
    return status == NO_CONTENT || operation.errorForm() == ErrorForm.NATIVE
        ? Answer.empty(status)
        : Answer.json(status, NOTHING);
  }
}
