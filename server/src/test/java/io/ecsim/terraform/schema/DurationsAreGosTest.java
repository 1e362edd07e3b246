package io.ecsim.terraform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsAreGosTest {
  @ParameterizedTest
  @CsvSource({
    "10m, PT10M, 10m0s",
    "1h30m, PT1H30M, 1h30m0s",
    "90s, PT1M30S, 1m30s",
    "500ms, PT0.5S, 0.5s",
    "1.5h, PT1H30M, 1h30m0s"
  })
  void areReadAndWritten(String text, Duration duration, String written) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
    assertThat(GoDuration.text(duration)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "10 m", "ten minutes", "10m!", "-5m"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }
}
