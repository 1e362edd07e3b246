package io.ecsim.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder of configurations, and the real Terraform in it, attached to a running double. */
final class Workspace {
  private static final Path EXAMPLES = Path.of("..", "terraform-examples");

  private final Path folder;
  private final Map<String, String> environment;

  private Workspace(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  private Workspace(Path folder, String url) {
    this(folder, attached(folder, url));
  }

  /** The same folder where this is set, too, or not set for null. */
  Workspace with(String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(name, value);
    return new Workspace(folder, changed);
  }

  /** A copy of one of the examples. */
  static Workspace example(String name, Path folder, String url) {
    Path from = EXAMPLES.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        boolean generated = file.toString().contains(".terraform") || isState(file);
        if (!generated && !Files.isDirectory(to)) {
          Files.copy(file, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Workspace(folder, url);
  }

  private static boolean isState(Path file) {
    return file.getFileName().toString().startsWith("terraform.tfstate");
  }

  /** A folder with this configuration. */
  static Workspace of(String configuration, Path folder, String url) {
    try {
      Files.writeString(folder.resolve("main.tf"), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Workspace(folder, url);
  }

  /** What a command of Terraform's said, and how it ended. */
  record Said(int code, String text) {}

  /** Runs a command that has to succeed; what it said. */
  String terraform(String... arguments) {
    Said said = attempt(arguments);
    assertThat(said.code()).as(said.text()).isZero();
    return said.text();
  }

  /** Runs a command. */
  Said attempt(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("terraform");
    command.addAll(List.of(arguments));
    try {
      return said(start(command));
    } catch (IOException e) {
      throw new AssertionError("these tests need terraform 1.5 or later on the PATH", e);
    }
  }

  /** Starts a program here. */
  Process start(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    environment.forEach(
        (name, value) -> {
          if (value == null) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** All that a program says until it ends. */
  static Said said(Process process) {
    try {
      String text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> attached(Path folder, String url) {
    long pid = ProcessHandle.current().pid();
    return Map.of(
        Attachment.VARIABLE,
        Attachment.value(URI.create(url).getAuthority(), pid),
        // Whatever the developer's machine says about providers is not meant here.
        "TF_CLI_CONFIG_FILE",
        settings(folder).toString(),
        "CHECKPOINT_DISABLE",
        "1",
        "TF_INPUT",
        "0",
        "TF_CLI_ARGS",
        "-no-color");
  }

  private static Path settings(Path folder) {
    Path file = folder.resolve("nothing.tfrc");
    try {
      return Files.exists(file) ? file : Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the state remembers nothing. */
  boolean isEmpty() {
    return terraform("state", "list").lines().allMatch(line -> line.startsWith("No state"));
  }

  /** The second plan: nothing to do. */
  void settled(String... variables) {
    List<String> plan = new ArrayList<>(List.of("plan", "-detailed-exitcode"));
    plan.addAll(List.of(variables));
    Said said = attempt(plan.toArray(new String[0]));
    assertThat(said.code()).as(said.text()).isZero();
  }
}
