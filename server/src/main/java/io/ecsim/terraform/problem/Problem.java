package io.ecsim.terraform.problem;

import java.util.Objects;

/** What Terraform's user gets to read: one line, more lines, and the argument that is meant. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String summary;
  private final String detail;
  private final transient Path path;
  private final boolean warning;

  private Problem(String summary, String detail, Path path, boolean warning, Throwable cause) {
    super(summary + ": " + detail, cause);
    this.summary = Objects.requireNonNull(summary);
    this.detail = Objects.requireNonNull(detail);
    this.path = path;
    this.warning = warning;
  }

  /** An error. */
  public static Problem error(String summary, String detail) {
    return new Problem(summary, detail, null, false, null);
  }

  /** A warning: nothing stops because of it. */
  public static Problem warning(String summary, String detail) {
    return new Problem(summary, detail, null, true, null);
  }

  /** The same, about this argument. */
  public Problem at(Path there) {
    return new Problem(summary, detail, there, warning, getCause());
  }

  /** The same, with what led to it. */
  public Problem because(Throwable cause) {
    return new Problem(summary, detail, path, warning, cause);
  }

  /** One line. */
  public String summary() {
    return summary;
  }

  /** More, with line breaks; may be empty. */
  public String detail() {
    return detail;
  }

  /** The argument that is meant, or null: the resource as a whole. */
  public Path path() {
    return path;
  }

  /** Whether all goes on nevertheless. */
  public boolean isWarning() {
    return warning;
  }
}
