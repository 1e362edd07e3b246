package io.ecsim.http.error;

import io.ecsim.api.ErrorForm;
import io.ecsim.http.json.JsonText;
import io.ecsim.http.message.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Error bodies; the forms and their members are those of {@link ErrorForm}. */
public final class Wording {
  private Wording() {}

  /**
   * An error in a service's form.
   *
   * @param code the vendor's code; where it is null and the form needs one, the gateway's for this
   *     status
   */
  public static Answer of(
      ErrorForm form, int status, String code, String message, String requestId) {
    return of(form, status, code, message, null, Map.of(), requestId);
  }

  /**
   * An error in a service's form.
   *
   * @param hint what may help, for the form that has room for it; or null
   * @param beside what stands beside the error
   */
  public static Answer of(
      ErrorForm form,
      int status,
      String code,
      String message,
      String hint,
      Map<String, Object> beside,
      String requestId) {
    Map<String, Object> members = body(form, status, code, message, requestId);
    members.putAll(beside);
    if (form == ErrorForm.CONTROL && hint != null) {
      members.put("error", members("code", code, "message", message, "hint", hint));
    }
    String body = JsonText.object(members);
    Answer answer = Answer.json(status, body);
    boolean overLimit = form == ErrorForm.NATIVE && HttpWords.nativeKey(status).equals("overLimit");
    return overLimit ? answer.with("Retry-After", "0") : answer;
  }

  /** An error of the gateway in front of all services, with its own code for this status. */
  public static Answer gateway(int status, String message, String requestId) {
    return of(ErrorForm.GATEWAY, status, null, message, requestId);
  }

  private static Map<String, Object> body(
      ErrorForm form, int status, String code, String message, String requestId) {
    String known = code == null ? HttpWords.gatewayCode(status) : code;
    return switch (form) {
      case CODE -> members("error", members("code", known, "message", message));
      case NATIVE -> nativeBody(status, message);
      case GATEWAY -> members("error_code", known, "error_msg", message, "request_id", requestId);
      case FLAT -> members("code", known, "message", message);
      case NEUTRON -> {
        String type = code == null ? HttpWords.title(status).replace(" ", "") : code;
        yield members("NeutronError", members("type", type, "message", message, "detail", ""));
      }
      case KEYSTONE -> {
        String title = HttpWords.title(status);
        yield members("error", members("code", status, "message", message, "title", title));
      }
      case CONTROL -> {
        String word = code == null ? HttpWords.control(status) : code;
        yield members("error", members("code", word, "message", message));
      }
    };
  }

  private static Map<String, Object> nativeBody(int status, String message) {
    String key = HttpWords.nativeKey(status);
    Map<String, Object> error = members("message", message, "code", status);
    if (key.equals("overLimit")) {
      error.put("retryAfter", 0);
    }
    return members(key, error);
  }

  private static Map<String, Object> members(Object... namesAndValues) {
    var members = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }
}
