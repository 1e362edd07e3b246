package io.ecsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ecsim install-provider} writes and says. */
@DisabledOnOs(OS.WINDOWS)
class InstallingTheProviderTest {
  @TempDir Path folder;

  private Terminal install(String... more) {
    return Terminal.run(
        Stream.concat(Stream.of("install-provider", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @Test
  void bothToolsFindIt() throws IOException {
    Terminal said = install("--platform", "linux_arm64");

    assertThat(said.code()).as(said.err()).isZero();
    String rest =
        "/huaweicloud/huaweicloud/1.99.0/linux_arm64/terraform-provider-huaweicloud_v1.99.0";
    assertThat(files())
        .containsExactly(
            Path.of("registry.opentofu.org" + rest), Path.of("registry.terraform.io" + rest));
    assertThat(files()).allMatch(file -> Files.isExecutable(folder.resolve(file)));
  }

  @Test
  void whatToTypeNextIsSaid() {
    assertThat(install().out())
        .contains("1.99.0", "http://127.0.0.1:8480", "./ecsim serve", "terraform apply")
        .contains("terraform init -plugin-dir=" + folder.toAbsolutePath());
  }

  @Test
  void itsVersionAndItsDoubleCanBeChosen() throws IOException {
    install("--provider-version", "1.77.4", "--url", "http://cloud:1234");

    assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith("_v1.77.4"));
    assertThat(Files.readString(folder.resolve(files().get(0))))
        .contains("${ECSIM_URL:-http://cloud:1234}");
  }

  @Test
  void onceMoreReplacesIt() throws IOException {
    install("--url", "http://127.0.0.1:1");
    assertThat(install("--url", "http://127.0.0.1:2").code()).isZero();
    assertThat(Files.readString(folder.resolve(files().get(0))))
        .contains("http://127.0.0.1:2")
        .doesNotContain("http://127.0.0.1:1");
  }

  @ParameterizedTest
  @CsvSource({
    "--platform, windows_amd64",
    "--platform, linux",
    "--provider-version, latest",
    "--url, https://127.0.0.1:8480",
    "--url, http://a$(b)"
  })
  void whatCannotWorkIsRefused(String option, String value) throws IOException {
    Terminal refused = install(option, value);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).hasLineCount(1).contains(option + " is \"" + value + "\"");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    Terminal refused = Terminal.run("install-provider", file.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).hasLineCount(1).contains(file.toString());
  }
}
