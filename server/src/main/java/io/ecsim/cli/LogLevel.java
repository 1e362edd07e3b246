package io.ecsim.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How much the double logs. */
enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  /** Makes it so for the whole process. */
  void set() {
    Logger root = Logger.getLogger("");
    root.setLevel(level());
    for (Handler handler : root.getHandlers()) {
      handler.setLevel(level());
    }
  }

  private Level level() {
    return switch (this) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
      case TRACE -> Level.FINEST;
    };
  }
}
