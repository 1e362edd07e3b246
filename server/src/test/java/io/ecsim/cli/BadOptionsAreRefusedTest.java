package io.ecsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadOptionsAreRefusedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve --port x                  | --port",
        "serve --port 70000              | --port",
        "serve --clock slow              | --clock",
        "serve --show -1                 | --show",
        "serve --start yesterday         | --start",
        "serve --region Beijing          | --region",
        "serve --bind 0.0.0.0            | --allow-remote",
        "serve --inventory nowhere.yaml  | --inventory",
        "serve --scenario nowhere.yaml   | --scenario",
        "serve --stubs nowhere           | --stubs",
        "serve --log loud                | --log",
        "serve --strict-auth             | not built yet",
        "serve --data d                  | not built yet",
        "serve --prot 1                  | --prot",
        "serve extra                     | extra",
        "run                             | CMD",
        "serv                            | serv",
        "clock advance                   | --by",
        "faults add --edge volume.delete | --fail",
        "env --shell bash2               | --shell",
      })
  void inOneLineThatSaysWhatAndWhere(String line, String word) {
    Terminal terminal = Terminal.run(line.split(" "));
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err().lines().findFirst().orElseThrow())
        .startsWith("ecsim: ")
        .contains(word);
    assertThat(terminal.err()).hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void aScenarioWithARuleThatNeverMatches(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, "- on: {edge: volume.delet}\n  do: {fail: true}\n");
    Terminal terminal = Terminal.run("serve", "--port", "0", "--scenario", file.toString());
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).hasLineCount(1).contains("s.yaml: rule 1", "volume.delete");
  }

  @Test
  void aScenarioThatIsNoList(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, "on: {edge: volume.delete}\n");
    Terminal terminal = Terminal.run("serve", "--port", "0", "--scenario", file.toString());
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).hasLineCount(1).contains("s.yaml: line 1");
  }

  @Test
  void aPortThatIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Terminal terminal = Terminal.run("serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(terminal.code()).isEqualTo(3);
      assertThat(terminal.err()).hasLineCount(1).contains("--port");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "serve", "run", "env", "clock", "faults", "state", "worlds", "journal"})
  void helpIsThere(String command) {
    Terminal terminal = Terminal.run((command + " --help").strip().split(" "));
    assertThat(terminal.code()).isZero();
    assertThat(terminal.out()).contains("Usage: ecsim");
  }

  @Test
  void helpNamesDefaultsAndVariables() {
    String help = Terminal.run("serve", "--help").out();
    for (String name :
        new String[] {
          "PORT",
          "BIND",
          "CLOCK",
          "SHOW",
          "START",
          "SEED",
          "REGION",
          "INVENTORY",
          "SCENARIO",
          "STUBS",
          "STRICT_AUTH",
          "DATA",
          "LOG",
          "ALLOW_REMOTE"
        }) {
      assertThat(help).contains("ECSIM_" + name);
    }
    assertThat(help).contains("8480", "127.0.0.1", "cn-north-4");
  }

  @Test
  void theVersion() {
    assertThat(Terminal.run("--version").out().strip()).matches("ecsim \\d+\\.\\d+\\.\\d+.*");
  }
}
