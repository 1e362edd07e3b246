package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.sim.Effect;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that are laid on operations. */
class FaultsOnRequestsTest {
  private static final String VOLUME = "/v2/p/cloudvolumes/v";

  private final StubPack evs = new StubPack("evs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs, new StubPack("ecs")).lenient();

  private int handled;

  private void lay(String operation, Effect effect) {
    lay("evs", operation, effect);
  }

  private void lay(String service, String operation, Effect effect) {
    evs.onAny(
        (o, call, input) -> {
          handled++;
          return Map.of();
        });
    ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "no\nluck",
                    new Target.OnOperation(operation, service),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    effect));
  }

  @Test
  void aRefusalIsWordedAsTheServiceDoesAndNamesTheRule() {
    lay("DeleteVolume", new Effect.Refuse("EVS.5404", 0));
    HttpAnswer answer = ecsim.http().delete(VOLUME);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error/code")).isEqualTo("EVS.5404");
    assertThat(answer.header("X-Ecsim-Fault")).isEqualTo("no?luck");
    assertThat(handled).isZero();
  }

  @Test
  void aBareStatusIsEnough() {
    lay("ShowVolume", new Effect.Refuse(null, 503));
    HttpAnswer answer = ecsim.http().get(VOLUME);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.at("/serviceUnavailable/code")).isEqualTo("503");
  }

  @Test
  void otherOperationsAreLeftAlone() {
    lay("DeleteVolume", new Effect.Refuse("EVS.5404", 0));

    assertThat(ecsim.http().get(VOLUME).status()).isEqualTo(200);
    assertThat(ecsim.http().get(VOLUME).header("X-Ecsim-Fault")).isNull();
  }

  @Test
  void anInvalidRequestMeetsNoFault() {
    lay("CreateVolume", new Effect.Refuse("EVS.5404", 0));
    HttpAnswer answer = ecsim.http().post("/v2.1/p/cloudvolumes", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(ecsim.world().read().faults().get(0).matched()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "BatchStartServers, true",
    "BatchServersAction, true",
    "BatchStopServers, false",
    "BatchCreateServerTags, false",
  })
  void operationsOnOneAddressAreToldApartByTheBody(String operation, boolean struck) {
    lay("ecs", operation, new Effect.Refuse(null, 503));
    HttpAnswer answer =
        ecsim
            .http()
            .post("/v1/p/cloudservers/action", "{\"os-start\":{\"servers\":[{\"id\":\"s\"}]}}");

    assertThat(answer.status() == 503).isEqualTo(struck);
  }

  @ParameterizedTest
  @CsvSource({"create, BatchCreateVolumeTags, 503", "delete, BatchCreateVolumeTags, 204"})
  void orByTheValueOfAMember(String action, String operation, int status) {
    lay("evs", operation, new Effect.Refuse(null, 503));
    evs.on("BatchVolumeTagsAction", (call, input) -> null);
    HttpAnswer answer =
        ecsim
            .http()
            .post(
                VOLUME + "/tags/action",
                "{\"action\":\"%s\",\"tags\":[{\"key\":\"k\",\"value\":\"v\"}]}".formatted(action));

    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aRequestCanBeLostBeforeItIsServed() {
    lay("DeleteVolume", new Effect.Drop(false));

    assertThat(say("DELETE")).isEmpty();
    assertThat(handled).isZero();
  }

  @Test
  void anAnswerCanBeLostAfterTheRequestWasServed() {
    lay("DeleteVolume", new Effect.Drop(true));

    assertThat(say("DELETE")).isEmpty();
    assertThat(handled).isEqualTo(1);
  }

  @Test
  void aClientSeesThatTheConnectionWasClosed() {
    lay("CreateVolume", new Effect.Drop(true));
    String body = "{\"volume\":{\"availability_zone\":\"z\",\"volume_type\":\"SAS\",\"size\":1}}";

    assertThatThrownBy(() -> ecsim.http().post("/v2.1/p/cloudvolumes", body))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(ecsim.http().get("/").status()).isEqualTo(200);
  }

  @Test
  void theJournalTellsWhichRuleMadeTheAnswer() {
    lay("DeleteVolume", new Effect.Refuse("EVS.5404", 0));
    ecsim.http().delete(VOLUME);

    assertThat(ecsim.world().journal().entries())
        .filteredOn(Entry.Request.class::isInstance)
        .singleElement()
        .isEqualTo(
            new Entry.Request(
                Ecsim.START.toEpochMilli(),
                requestId(),
                "DELETE",
                VOLUME,
                "p",
                "DeleteVolume",
                404,
                "no\nluck"));
  }

  private String requestId() {
    return ecsim.world().journal().entries().stream()
        .filter(Entry.FaultFired.class::isInstance)
        .map(entry -> ((Entry.FaultFired) entry).cause())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheLifecycleRefusesIsWordedAsTheServiceDoes() {
    evs.on(
        "DeleteVolume",
        (call, input) -> {
          throw new Refusal("EVS.1061", null, "is in use");
        });
    HttpAnswer answer = ecsim.http().delete(VOLUME);

    assertThat(answer.at("/error/code")).isEqualTo("EVS.1061");
    assertThat(answer.at("/error/message")).isEqualTo("is in use");
    assertThat(answer.header("X-Ecsim-Fault")).isNull();
  }

  private String say(String method) {
    return new RawSocket(ecsim.port()).say("%s %s HTTP/1.1\nHost: x\n\n".formatted(method, VOLUME));
  }
}
