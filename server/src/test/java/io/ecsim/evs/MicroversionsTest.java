package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Native version 3 speaks of microversions: asked for by a header, told by a header. */
class MicroversionsTest {
  private static final String HEADER = "OpenStack-API-Version";
  private static final String LIST = "/evs/v3/" + Ecsim.PROJECT + "/volumes";

  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "volume 3.27             | volume 3.27",
        "volume 3.0              | volume 3.0",
        "volume 3.50             | volume 3.50",
        "volume latest           | volume 3.50",
        "compute 2.90,volume 3.9 | volume 3.9",
        "compute 2.90            | volume 3.0",
      })
  void the_answer_says_which_version_it_is(String asked, String told) {
    HttpAnswer answer = shop.ecsim.http().get(LIST, HEADER, asked);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(HEADER)).isEqualTo(told);
    assertThat(answer.header("Vary")).isEqualTo(HEADER);
  }

  @Test
  void so_does_an_error_and_an_answer_to_who_asks_for_none() {
    HttpAnswer missing = shop.ecsim.http().get(LIST + "/nothing", HEADER, "volume 3.12");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header(HEADER)).isEqualTo("volume 3.12");
    assertThat(shop.ecsim.http().get(LIST).header(HEADER)).isEqualTo("volume 3.0");
  }

  @ParameterizedTest
  @CsvSource({"volume 3.51", "volume 3.70", "volume 2.1", "volume 4.0"})
  void what_is_out_of_range_is_not_acceptable_and_nothing_happens(String asked) {
    String body = "{\"volume\":{\"size\":10}}";
    HttpAnswer answer = shop.ecsim.http().post(LIST, body, HEADER, asked);

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.at("/computeFault/code")).isEqualTo("406");
    assertThat(answer.at("/computeFault/message")).contains("3.0", "3.50");
    assertThat(shop.list("").at("/count")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"volume 3", "volume x.y", "volume 3.x"})
  void what_is_no_version_is_a_bad_request(String asked) {
    assertThat(shop.ecsim.http().get(LIST, HEADER, asked).json().has("badRequest")).isTrue();
  }

  @Test
  void version_2_and_the_services_own_operations_know_of_none() {
    assertThat(shop.ecsim.http().get("/evs/v2/" + Ecsim.PROJECT + "/volumes").header(HEADER))
        .isNull();
    assertThat(shop.ecsim.http().get(Shop.BASE + "/detail", HEADER, "volume 9.9").status())
        .isEqualTo(200);
    assertThat(shop.ecsim.http().get("/evs/v3/", HEADER, "volume 3.70").at("/versions/0/version"))
        .isEqualTo("3.50");
  }
}
