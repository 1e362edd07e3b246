package io.ecsim.api;

import java.util.Map;

/**
 * A request is refused: a vendor's code and a message that names field and value. The HTTP status
 * follows from the code ({@code ErrorCodes}) unless it is given; the body's form follows from the
 * operation.
 */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String hint;
  private final transient Map<String, Object> beside;

  /** An error whose HTTP status is the documented one of the code. */
  public ApiError(String code, String message) {
    this(0, code, message);
  }

  /** An error with its own HTTP status; {@code code} may be null where the form has none. */
  public ApiError(int status, String code, String message) {
    this(status, code, message, null, Map.of());
  }

  private ApiError(
      int status, String code, String message, String hint, Map<String, Object> beside) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.beside = beside;
  }

  /** The same with what may help, where the form has room for it: {@link ErrorForm#CONTROL}. */
  public ApiError hinting(String help) {
    return new ApiError(status, code, getMessage(), help, beside);
  }

  /**
   * The same with what stands beside the error in its body.
   *
   * @param members JSON values by name: texts, numbers, lists and maps
   */
  public ApiError with(Map<String, Object> members) {
    return new ApiError(status, code, getMessage(), hint, Map.copyOf(members));
  }

  /** The HTTP status, or 0 if it follows from the code. */
  public int status() {
    return status;
  }

  /** The vendor's code, such as {@code EVS.1010}; may be null. */
  public String code() {
    return code;
  }

  /** What may help, or null. */
  public String hint() {
    return hint;
  }

  /** What stands beside the error in its body; usually nothing. */
  public Map<String, Object> beside() {
    return beside;
  }
}
