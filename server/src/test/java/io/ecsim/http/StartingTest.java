package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.BadFile;
import io.ecsim.Ecsim;
import io.ecsim.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens, and what does not, until a double is ready. */
class StartingTest {
  @Test
  void aPortThatIsTakenIsToldApart() {
    try (Ecsim first = Ecsim.start(Options.embedded())) {
      assertThatThrownBy(() -> Ecsim.start(Options.embedded().withPort(first.port())))
          .isInstanceOf(PortInUse.class)
          .hasMessageContaining("127.0.0.1:" + first.port());
    }
  }

  @Test
  void aPortIsFreeAgainWhenTheDoubleHasEnded() {
    int port;
    try (Ecsim first = Ecsim.start(Options.embedded())) {
      port = first.port();
    }
    try (Ecsim second = Ecsim.start(Options.embedded().withPort(port))) {
      assertThat(second.url()).isEqualTo("http://127.0.0.1:" + port);
    }
  }

  @Test
  void aFolderOfStubsThatIsNoneIsABadFile(@TempDir Path folder) {
    Path none = folder.resolve("none");

    assertThatThrownBy(() -> Ecsim.start(Options.embedded().withStubs(none)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining(none.toString());
  }

  @Test
  void nothingIsLoadedBeforeTheDoubleIsReadyThatOnlyRequestsNeed(@TempDir Path folder)
      throws Exception {
    List<String> loaded = classesLoadedBy(Started.class, folder.resolve("classes.txt"));

    assertThat(loaded).contains("io.ecsim.http.Gateway");
    assertThat(loaded)
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson.databind."))
        .noneMatch(name -> name.startsWith("com.networknt."))
        .noneMatch(name -> name.startsWith("com.github.tomakehurst."))
        .noneMatch(name -> name.startsWith("io.ecsim.http.tls.Authority"))
        .noneMatch(name -> name.startsWith("org.eclipse.jetty.util.ssl."))
        .noneMatch(name -> name.startsWith("sun.security.ssl."));
  }

  private static List<String> classesLoadedBy(Class<?> main, Path log)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Files.readAllLines(log).stream()
        .map(line -> line.replaceAll("^(\\[[^]]*])*\\s*", "").split(" ", -1)[0])
        .toList();
  }

  /** A double that is started and ended at once. */
  static final class Started {
    private Started() {}

    public static void main(String[] none) {
      Ecsim.start(Options.USUAL.withPort(0)).close();
    }
  }
}
