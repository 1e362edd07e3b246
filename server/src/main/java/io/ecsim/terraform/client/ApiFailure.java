package io.ecsim.terraform.client;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer that is an error. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String request;
  private final int status;
  private final String code;
  private final String text;
  private final String requestId;
  private final String fault;

  private ApiFailure(
      String request, int status, String code, String text, String requestId, String fault) {
    super(request + ": " + status + " " + code + " " + text);
    this.request = request;
    this.status = status;
    this.code = code;
    this.text = text;
    this.requestId = requestId;
    this.fault = fault;
  }

  /**
   * The failure that an error's body tells of, whatever its form.
   *
   * @param request method and URL
   * @param fault the name of the injected fault, or null
   */
  static ApiFailure of(String request, int status, JsonNode body, String requestId, String fault) {
    JsonNode error = body;
    if (body.path("error").isObject()) {
      error = body.get("error");
    } else if (body.size() == 1 && body.elements().next().isObject()) {
      error = body.elements().next();
    }
    return new ApiFailure(
        request,
        status,
        first(error, "code", "error_code", "errorCode"),
        first(error, "message", "error_msg", "errorMsg"),
        requestId,
        fault);
  }

  private static String first(JsonNode error, String... names) {
    for (String name : names) {
      if (error.hasNonNull(name)) {
        return error.get(name).asText();
      }
    }
    return "";
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The cloud's code, such as {@code EVS.1046}; may be empty. */
  public String code() {
    return code;
  }

  /** Whether what was asked for is not there; a request that nobody knows does not tell that. */
  public boolean isNotFound() {
    return status == 404 && !code.startsWith("APIGW.");
  }

  /** One line: code and message. */
  public String line() {
    return (code.isEmpty() ? "HTTP " + status : code) + (text.isEmpty() ? "" : ": " + text);
  }

  /** All that is known, over several lines. */
  public String detail() {
    return request
        + "\nstatus: "
        + status
        + "\ncode: "
        + code
        + "\nmessage: "
        + text
        + "\nrequest id: "
        + requestId
        + (fault == null ? "" : "\ninjected by the fault: " + fault);
  }
}
