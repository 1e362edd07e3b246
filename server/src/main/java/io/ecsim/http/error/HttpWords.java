package io.ecsim.http.error;

/** What HTTP statuses are called in the various forms of errors. */
final class HttpWords {
  private HttpWords() {}

  /**
   * The gateway's code (<i>ecs-error-codes.csv</i>, area gateway; 5xx by the gateway's published
   * list).
   */
  static String gatewayCode(int status) {
    return switch (status) {
      case 401 -> "APIGW.0301";
      case 403 -> "APIGW.0302";
      case 404, 405 -> "APIGW.0101";
      case 429 -> "APIGW.0308";
      case 502, 504 -> "APIGW.0201";
      default -> status >= 500 ? "APIGW.0601" : "APIGW.0201";
    };
  }

  /**
   * The member that holds a native error (<i>evs-lifecycle.md</i> d, <i>ecs-lifecycle.md</i> e).
   */
  static String nativeKey(int status) {
    return switch (status) {
      case 400 -> "badRequest";
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "itemNotFound";
      case 405 -> "badMethod";
      case 409 -> "conflictingRequest";
      case 413, 429 -> "overLimit";
      case 415 -> "badMediaType";
      case 501 -> "notImplemented";
      case 503 -> "serviceUnavailable";
      default -> "computeFault";
    };
  }

  /** The code of the double's own control API. */
  static String control(int status) {
    return switch (status) {
      case 404 -> "notFound";
      case 408 -> "timeout";
      case 409 -> "conflict";
      case 413 -> "tooLarge";
      case 501 -> "notModelled";
      default -> status >= 500 ? "internal" : "invalid";
    };
  }

  /** The reason phrase. */
  static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 413 -> "Request Entity Too Large";
      case 415 -> "Unsupported Media Type";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      default -> status >= 500 ? "Server Error" : "Client Error";
    };
  }
}
