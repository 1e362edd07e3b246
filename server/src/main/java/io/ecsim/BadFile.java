package io.ecsim;

import java.nio.file.Path;

/** A file that was named at start cannot be used; the message says which, where and why. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it, in one line. */
  public BadFile(Path file, String why) {
    super(file + ": " + why, null, false, false);
  }
}
