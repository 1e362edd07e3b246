package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** X-Client-Token: evs-schemas.md 2.1. */
class TheSameRequestTwiceTest {
  private static final String TOKEN = "2b3e4f60-1111-4222-8333-444455556666";

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void is_carried_out_once() {
    HttpAnswer first = create("'size':10", TOKEN);
    shop.ecsim.advance(Duration.ofHours(8));
    HttpAnswer second = create("'size':10", TOKEN);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(shop.list("").json().path("count").intValue()).isEqualTo(1);
  }

  @Test
  void is_refused_when_it_is_not_the_same() {
    create("'size':10", TOKEN);

    assertThat(create("'size':11", TOKEN).at("/error/code")).isEqualTo("EVS.2219");
    assertThat(
            shop.ecsim
                .http()
                .post(
                    "/evs/v2.1/other/cloudvolumes",
                    Shop.request("'size':10"),
                    "X-Client-Token",
                    TOKEN)
                .at("/error/code"))
        .isEqualTo("EVS.2219");
  }

  @Test
  void is_refused_when_it_comes_too_late() {
    create("'size':10", TOKEN);
    shop.ecsim.advance(Duration.ofHours(8).plusSeconds(1));

    assertThat(create("'size':10", TOKEN).at("/error/code")).isEqualTo("EVS.2220");
  }

  @Test
  void needs_a_uuid() {
    assertThat(create("'size':10", "once").at("/error/code")).isEqualTo("EVS.2218");
  }

  @Test
  void a_refused_request_does_not_use_its_token_up() {
    assertThat(create("'size':5", TOKEN).status()).isEqualTo(400);
    assertThat(create("'size':10", TOKEN).status()).isEqualTo(202);
  }

  private HttpAnswer create(String members, String token) {
    return shop.create(members, "X-Client-Token", token);
  }
}
