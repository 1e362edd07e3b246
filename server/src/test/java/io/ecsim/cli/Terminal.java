package io.ecsim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command has said.
 *
 * @param code its exit code
 */
record Terminal(int code, String out, String err) {
  /** Runs a command in this process. */
  static Terminal run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Terminal(code, out.toString(), err.toString());
  }
}
