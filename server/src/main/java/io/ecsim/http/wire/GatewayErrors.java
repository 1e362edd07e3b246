package io.ecsim.http.wire;

import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words what Jetty refuses on its own, such as a broken request line, as the gateway would. */
public final class GatewayErrors extends ErrorHandler {
  private final Supplier<String> requestIds;

  /** Errors with ids from here. */
  public GatewayErrors(Supplier<String> requestIds) {
    this.requestIds = requestIds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (request.getAttribute(ERROR_EXCEPTION) instanceof HttpException refused) {
      status = refused.getCode();
      response.setStatus(status);
    }
    Object message = request.getAttribute(ERROR_MESSAGE);
    String id = requestIds.get();
    Answer answer =
        Wording.gateway(status, message == null ? "The request is broken." : message + ".", id);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answer.JSON);
    response.getHeaders().put("X-Request-Id", id);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }
}
