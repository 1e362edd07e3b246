package io.ecsim.cli;

/** A command cannot do what it is asked for; the message is one line for people. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The double refused, or there is none. */
  static final int FAILED = 1;

  /** A bad option or file. */
  static final int USAGE = 2;

  /** The port is taken. */
  static final int PORT = 3;

  private final int code;

  Failure(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The exit code of the program. */
  int code() {
    return code;
  }
}
