package io.ecsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --real-provider} sets for programs that ask for hosts of the cloud. */
class TheDoubleAsAProxyTest {
  private static final List<String> CERTIFICATES =
      List.of(
          "SSL_CERT_FILE",
          "CURL_CA_BUNDLE",
          "REQUESTS_CA_BUNDLE",
          "NODE_EXTRA_CA_CERTS",
          "OS_CACERT");

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private Path written;

  @AfterEach
  void theFileOfThePortIsTidiedUp() throws IOException {
    if (written != null) {
      Files.deleteIfExists(written);
    }
  }

  private Terminal env(String... more) {
    String[] fixed = {"env", "--real-provider", "--url", cloud.url()};
    Terminal terminal =
        Terminal.run(
            Stream.concat(Arrays.stream(fixed), Arrays.stream(more)).toArray(String[]::new));
    assertThat(terminal.code()).as(terminal.err()).isZero();
    written = Path.of(terminal.err().strip().replaceAll(".* is in ", ""));
    return terminal;
  }

  @Test
  void theCertificateIsWrittenAndSaid() throws IOException {
    JsonNode env = json(env("--json"));

    for (String name : CERTIFICATES) {
      assertThat(env.path(name).asText()).isEqualTo(written.toString());
    }
    assertThat(Files.readString(written))
        .isEqualTo(cloud.http().get("/_ecsim/ca.pem").text())
        .startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(written.getFileName().toString())
        .isEqualTo("ecsim-ca-" + URI.create(cloud.url()).getPort() + ".pem");
  }

  @Test
  void theProxyIsTheDoubleAndItsUserTheWorld() throws IOException {
    JsonNode env = json(env("--json"));
    JsonNode blue = json(env("--json", "--world", "blue"));

    assertThat(env.path("HTTPS_PROXY").asText()).isEqualTo(cloud.url());
    assertThat(blue.path("HTTPS_PROXY").asText())
        .isEqualTo(cloud.url().replace("http://", "http://blue:x@"));
    assertThat(blue.path("HW_ACCESS_KEY").asText()).endsWith("@blue");
    for (String name : List.of("https_proxy", "HTTP_PROXY", "http_proxy")) {
      assertThat(env.path(name)).isEqualTo(env.path("HTTPS_PROXY"));
    }
    assertThat(env.path("NO_PROXY").asText()).isEqualTo("127.0.0.1,localhost,::1");
    assertThat(env.path("SKIP_CHECK_WEBSITE_TYPE").asText()).isEqualTo("true");
    assertThat(env.path("HW_REGION_NAME").asText()).isEqualTo("cn-north-4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sh         | unset TF_REATTACH_PROVIDERS",
        "fish       | set -e HW_CLOUD",
        "powershell | Remove-Item -ErrorAction Ignore Env:HW_CLOUD",
      })
  void whatWouldLeadElsewhereIsUnset(String shell, String line) {
    assertThat(env("--shell", shell).out().lines()).contains(line);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aCommandRunsWithItAndTheCertificateIsGoneAfterwards(@TempDir Path folder)
      throws IOException {
    Path seen = folder.resolve("env");
    String script = "env > '%s'; cat \"$SSL_CERT_FILE\" > '%s/pem'; exit 7".formatted(seen, folder);
    Terminal terminal = Terminal.run("run", "--real-provider", "--", "sh", "-c", script);
    Map<String, String> env =
        Files.readAllLines(seen).stream()
            .filter(line -> line.indexOf('=') > 0)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')),
                    line -> line.substring(line.indexOf('=') + 1),
                    (first, second) -> first));

    assertThat(terminal.code()).as(terminal.err()).isEqualTo(7);
    assertThat(env.get("HTTPS_PROXY")).isEqualTo(env.get("ECSIM_URL"));
    assertThat(env).doesNotContainKeys("HW_CLOUD", "TF_REATTACH_PROVIDERS");
    assertThat(Files.readString(folder.resolve("pem"))).contains("-----END CERTIFICATE-----");
    assertThat(Path.of(env.get("SSL_CERT_FILE"))).doesNotExist();
  }

  private static JsonNode json(Terminal terminal) throws IOException {
    return ControlClient.JSON.readTree(terminal.out());
  }
}
