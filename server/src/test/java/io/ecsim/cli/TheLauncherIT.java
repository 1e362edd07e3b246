package io.ecsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: launcher script and jar. */
@DisabledOnOs(OS.WINDOWS)
class TheLauncherIT {
  private static final Path ECSIM = Path.of("..", "ecsim").toAbsolutePath().normalize();

  @TempDir Path folder;

  private Process start(Path program, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("ECSIM_NO_BUILD", "1");
    builder.environment().remove("ECSIM_URL");
    return builder.start();
  }

  private static Terminal end(Process process) throws IOException, InterruptedException {
    // What is said on stderr fits its pipe.
    String out = text(process);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Terminal(process.exitValue(), out, err);
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void servesUntilItIsToldToEnd() throws IOException, InterruptedException {
    Process process = start(ECSIM, "serve", "--port", "0", "--clock", "stepped");
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = lines.readLine();
    while (ready != null && !ready.startsWith("ecsim ready on ")) {
      ready = lines.readLine();
    }
    assertThat(ready).isNotNull();
    String url = ready.substring("ecsim ready on ".length());
    assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+");
    assertThat(new Http(url).get("/_ecsim/health").at("/status")).isEqualTo("ok");
    assertThat(end(start(ECSIM, "clock", "--url", url)).out()).contains("stepped");
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void runsACommandAndReports() throws IOException, InterruptedException {
    String script =
        """
        "%s" state vpc >/dev/null && echo "$HW_REGION_NAME" && echo "$ECSIM_URL" && exit 7
        """
            .formatted(ECSIM);
    Terminal terminal = end(start(ECSIM, "run", "--", "sh", "-c", script));
    assertThat(terminal.code()).isEqualTo(7);
    assertThat(terminal.out().lines()).hasSize(2);
    assertThat(terminal.out()).startsWith("cn-north-4\nhttp://127.0.0.1:");
    assertThat(terminal.err()).contains("left", "transitions", "faults");
  }

  @Test
  void runsWhereItIsCalledThroughALinkFromElsewhere() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("sim"), ECSIM);
    Terminal terminal = end(start(link, "--version"));
    assertThat(terminal.code()).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith("ecsim ");
  }

  @Test
  void endsItsCommandWhenItIsEnded() throws IOException, InterruptedException {
    Process process = start(ECSIM, "run", "--", "sh", "-c", "echo up; exec sleep 100");
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("up");
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
  }

  @Test
  void takesTheCertificateAwayWhenItIsEnded() throws IOException, InterruptedException {
    Process process =
        start(
            ECSIM,
            "run",
            "--real-provider",
            "--",
            "sh",
            "-c",
            "echo $SSL_CERT_FILE; exec sleep 100");
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Path certificate = Path.of(lines.readLine());
    assertThat(certificate).exists();
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(certificate).doesNotExist();
  }

  @Test
  void saysThatThereIsNoSuchCommand() throws IOException, InterruptedException {
    Terminal terminal = end(start(ECSIM, "run", "--", "no-such-command-here"));
    assertThat(terminal.code()).isEqualTo(127);
    assertThat(terminal.err()).contains("no-such-command-here");
  }
}
