package io.ecsim.http;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Libraries that talk while they start: they may warn, but not chat. */
final class QuietLogs {
  /** Held here, for the logging system itself would forget a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("io.javalin"),
          Logger.getLogger("com.networknt"),
          Logger.getLogger("wiremock"));

  private QuietLogs() {}

  /** Keeps them quiet, unless somebody has said how loud they are to be. */
  static void keep() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.WARNING);
      }
    }
  }
}
