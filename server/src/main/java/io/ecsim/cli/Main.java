package io.ecsim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program {@code ecsim}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    System.exit(code);
  }

  /**
   * Runs one command.
   *
   * @return the exit code: 0 done, 1 failed, 2 a bad option or file, 3 the port is taken
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return Commands.parser(arguments)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::usage)
        .setExecutionExceptionHandler(Main::failed)
        .execute(arguments);
  }

  private static int usage(CommandLine.ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String what = problem.getMessage().lines().findFirst().orElse("");
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println("ecsim: %s (see %s)".formatted(what, help));
    return Failure.USAGE;
  }

  private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult all)
      throws Exception {
    if (problem instanceof Failure failure) {
      command.getErr().println("ecsim: " + failure.getMessage());
      return failure.code();
    }
    throw problem;
  }
}
