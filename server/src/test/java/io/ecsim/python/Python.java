package io.ecsim.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Python of our own with what {@code requirements.txt} names. It is made once under {@code
 * target} and used again for as long as the file says the same.
 */
final class Python {
  private static final Path SOURCES = Path.of("src/test/python");
  private static final Path HOME = Path.of("target/python");
  private static final Path MADE_FOR = HOME.resolve("requirements.txt");
  private static final int MINUTES = 5;

  private Python() {}

  /** Makes it. Without python3 on the machine the test is left out; without packages it fails. */
  static void prepare() throws IOException, InterruptedException {
    assumeTrue(
        finds("python3"), "python3 is not installed: nothing was tried through Python's SDKs");
    String wanted = Files.readString(SOURCES.resolve("requirements.txt"));
    if (Files.exists(MADE_FOR) && Files.readString(MADE_FOR).equals(wanted)) {
      return;
    }
    run(Map.of(), List.of("python3", "-m", "venv", "--clear", HOME.toString()));
    run(
        Map.of(),
        List.of(
            HOME.resolve("bin/pip").toString(),
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "-r",
            SOURCES.resolve("requirements.txt").toString()));
    Files.writeString(MADE_FOR, wanted);
  }

  private static boolean finds(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a program of ours to its good end; what it has printed. */
  static String program(Map<String, String> environment, String name, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(HOME.resolve("bin/python").toString());
    command.add(SOURCES.resolve(name).toString());
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  private static String run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("python", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    Files.delete(log);
    assertThat(ended && process.exitValue() == 0).as("%s:%n%s", command, said).isTrue();
    return said;
  }
}
