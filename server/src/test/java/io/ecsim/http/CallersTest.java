package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.api.Call;
import io.ecsim.pack.Tokens;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is from, and in which world and project it acts. */
class CallersTest {
  private static final String SIGNED =
      "SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=00";

  private final StubPack ecs = new StubPack("ecs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(ecs).lenient();

  private Call call;

  @BeforeEach
  void aTokenIsKnown() {
    ecs.knows("t-1", new Tokens.Bearer("red", "eve", "domain-1", "project-1"));
    ecs.onAny(
        (operation, called, input) -> {
          call = called;
          return null;
        });
  }

  private void send(String path, String... headers) {
    HttpAnswer answer = ecsim.http().get(path, headers);
    assertThat(call).as("%s", answer).isNotNull();
  }

  @Test
  void whoSaysNothingIsNobodyInTheUsualWorldAndProject() {
    send("/ecs/v2.1");

    assertThat(call.world().name()).isEqualTo("default");
    assertThat(call.project()).isEqualTo(Ecsim.PROJECT);
    assertThat(call.identity().user()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ci, default, ci",
    "ci@blue, blue, ci",
    "ci@b@blue, blue, ci@b",
    "@blue, blue, ''",
    "ci@, default, ci",
  })
  void anAccessKeyMayNameTheWorld(String key, String world, String user) {
    send("/v1/p/cloudservers/s", "Authorization", SIGNED.formatted(key));

    assertThat(call.world().name()).isEqualTo(world);
    assertThat(call.identity().user()).isEqualTo(user);
    assertThat(call.project()).isEqualTo("p");
  }

  @Test
  void aDerivedCredentialNamesItsAccessKeyToo() {
    send("/v1/p/cloudservers/s", "Authorization", "V11-HMAC-SHA256 Credential=ci@blue/2026/x, S=1");

    assertThat(call.world().name()).isEqualTo("blue");
  }

  @Test
  void aTokenTellsWorldUserDomainAndProject() {
    send("/ecs/v2.1", "X-Auth-Token", "t-1");

    assertThat(call.world().name()).isEqualTo("red");
    assertThat(call.identity().user()).isEqualTo("eve");
    assertThat(call.identity().domain()).isEqualTo("domain-1");
    assertThat(call.identity().token()).isEqualTo("t-1");
    assertThat(call.project()).isEqualTo("project-1");
  }

  @Test
  void anUnknownTokenIsTakenAsItIs() {
    send("/ecs/v2.1", "X-Auth-Token", "whatever");

    assertThat(call.world().name()).isEqualTo("default");
    assertThat(call.identity().token()).isEqualTo("whatever");
    assertThat(call.project()).isEqualTo(Ecsim.PROJECT);
  }

  @Test
  void aHeaderCountsMoreThanKeyAndToken() {
    send(
        "/ecs/v2.1",
        "X-Ecsim-World",
        "green",
        "X-Auth-Token",
        "t-1",
        "Authorization",
        SIGNED.formatted("ci@blue"),
        "X-Project-Id",
        "project-2",
        "X-Domain-Id",
        "domain-2");

    assertThat(call.world().name()).isEqualTo("green");
    assertThat(call.project()).isEqualTo("project-2");
    assertThat(call.identity().domain()).isEqualTo("domain-2");
  }

  @Test
  void theProjectOfThePathCountsMost() {
    send("/v1/p-7/cloudservers/s", "X-Project-Id", "project-2", "X-Auth-Token", "t-1");

    assertThat(call.project()).isEqualTo("p-7");
    assertThat(call.world().read().projects()).containsExactly("p-7");
  }

  @Test
  void theUserOfAProxyNamesTheWorld() {
    String user = Base64.getEncoder().encodeToString("blue:x".getBytes(StandardCharsets.UTF_8));
    new RawSocket(ecsim.port())
        .say(
            """
            GET http://ecs.r.mock.test/v2.1 HTTP/1.1
            Host: ecs.r.mock.test
            Proxy-Authorization: Basic %s
            Connection: close

            """
                .formatted(user));

    assertThat(call.world().name()).isEqualTo("blue");
  }

  @Test
  void aBrokenProxyUserIsNobody() {
    send("/ecs/v2.1", "Proxy-Authorization", "Basic ***");

    assertThat(call.world().name()).isEqualTo("default");
  }

  @Test
  void theQueryNamesNoWorldOfAService() {
    send("/ecs/v2.1?world=blue");

    assertThat(call.world().name()).isEqualTo("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "-\u00e9", "<x>"})
  void aWorldIsNotCalledAnything(String name) {
    HttpAnswer answer = ecsim.http().get("/v1/p/cloudservers/s", "X-Ecsim-World", name);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).contains("no name of a world");
    assertThat(call).isNull();
  }

  @Test
  void worldsDoNotSeeEachOther() {
    send("/v1/p-1/cloudservers/s", "X-Ecsim-World", "blue");

    assertThat(ecsim.world().read().projects()).isEmpty();
    assertThat(ecsim.world().journal().entries()).isEmpty();
    assertThat(ecsim.world("blue").journal().entries()).hasSize(1);
  }
}
