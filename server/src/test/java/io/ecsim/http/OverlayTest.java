package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.http.message.Answer;
import io.ecsim.http.overlay.BadStubs;
import io.ecsim.http.overlay.Overlay;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stubs that are laid over the double. */
class OverlayTest {
  private static final String VOLUME = "/v2/p/cloudvolumes/v";

  private final StubPack evs = new StubPack("evs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs).lenient();

  private void stub(String request, String response) {
    HttpAnswer made =
        ecsim
            .http()
            .post(
                "/__admin/mappings",
                "{\"request\":%s,\"response\":%s}".formatted(request, response));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  @Test
  void aStubOverridesOneAnswerAndNoOther() {
    evs.onAny((operation, call, input) -> Map.of("own", operation.id()));
    stub(
        "{\"method\":\"GET\",\"urlPath\":\"%s\"}".formatted(VOLUME),
        "{\"status\":418,\"jsonBody\":{\"stub\":true},\"headers\":{\"X-Stub\":\"yes\"}}");
    HttpAnswer stubbed = ecsim.http().get(VOLUME);

    assertThat(stubbed.status()).isEqualTo(418);
    assertThat(stubbed.at("/stub")).isEqualTo("true");
    assertThat(stubbed.header("X-Stub")).isEqualTo("yes");
    assertThat(stubbed.header("X-Request-Id")).matches("[0-9a-f]{32}");
    assertThat(ecsim.http().get(VOLUME + "2").at("/own")).isEqualTo("ShowVolume");
  }

  @Test
  void aStubFillsWhatIsNotModelledOrNotKnown() {
    stub("{\"urlPathPattern\":\"/(v2/p/snapshots|none).*\"}", "{\"status\":200,\"body\":\"s\"}");

    assertThat(ecsim.http().get("/v2/p/snapshots").text()).isEqualTo("s");
    assertThat(ecsim.http().get("/none/such").text()).isEqualTo("s");
  }

  @Test
  void aStubMayLookAtTheBodyWhichTheDoubleStillReads() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", "own"));
    stub(
        "{\"method\":\"POST\",\"bodyPatterns\":[{\"contains\":\"special\"}]}",
        "{\"status\":202,\"jsonBody\":{\"job_id\":\"stub\"}}");
    String body =
        "{\"volume\":{\"availability_zone\":\"z\",\"volume_type\":\"SAS\",\"name\":\"%s\"}}";

    assertThat(ecsim.http().post("/v2.1/p/cloudvolumes", body.formatted("special")).at("/job_id"))
        .isEqualTo("stub");
    assertThat(ecsim.http().post("/v2.1/p/cloudvolumes", body.formatted("usual")).at("/job_id"))
        .isEqualTo("own");
  }

  @Test
  void aStubMayOnlyDelayTheDoublesOwnAnswer() {
    evs.onAny((operation, call, input) -> Map.of("own", operation.id()));
    stub(
        "{\"urlPath\":\"%s\"}".formatted(VOLUME),
        "{\"fixedDelayMilliseconds\":150,\"headers\":{\"X-Ecsim-Overlay\":\"continue\"}}");
    long before = System.nanoTime();
    HttpAnswer answer = ecsim.http().get(VOLUME);

    assertThat(answer.at("/own")).isEqualTo("ShowVolume");
    assertThat(System.nanoTime() - before).isGreaterThan(150_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY_RESPONSE, ''",
    "CONNECTION_RESET_BY_PEER, reset",
    "RANDOM_DATA_THEN_CLOSE, no HTTP",
    "MALFORMED_RESPONSE_CHUNK, no HTTP",
  })
  void aStubMayBreakTheConnection(String fault, String seen) {
    stub("{\"urlPath\":\"%s\"}".formatted(VOLUME), "{\"fault\":\"%s\"}".formatted(fault));
    String answer =
        new RawSocket(ecsim.port()).say("GET %s HTTP/1.1\nHost: x\n\n".formatted(VOLUME));

    if (seen.isEmpty()) {
      assertThat(answer).isEmpty();
    } else {
      assertThat(answer).contains(seen);
    }
    assertThat(answer.startsWith("HTTP/1.1 200"))
        .isEqualTo(fault.equals("MALFORMED_RESPONSE_CHUNK"));
  }

  @Test
  void aStubMayAnswerBitByBit() {
    stub(
        "{\"urlPath\":\"%s\"}".formatted(VOLUME),
        "{\"body\":\"0123456789\","
            + "\"chunkedDribbleDelay\":{\"numberOfChunks\":5,\"totalDuration\":100}}");
    String answer =
        new RawSocket(ecsim.port())
            .say(
                "GET %s HTTP/1.1\nHost: x\n\nGET / HTTP/1.1\nHost: x\nConnection: close\n\n"
                    .formatted(VOLUME));

    assertThat(answer).contains("01\r\n").contains("89\r\n").doesNotContain("0123");
  }

  @Test
  void aStubIsInTheJournal() {
    stub("{\"urlPath\":\"%s\"}".formatted(VOLUME), "{\"status\":418}");
    ecsim.http().get(VOLUME);

    assertThat(ecsim.world().journal().entries().toString()).contains("ShowVolume", "418");
  }

  @Test
  void theAdminApiListsAndDeletes() {
    stub("{\"urlPath\":\"%s\"}".formatted(VOLUME), "{\"status\":418}");
    assertThat(ecsim.http().get("/__admin/mappings").at("/meta/total")).isEqualTo("1");

    ecsim.http().delete("/__admin/mappings");
    assertThat(ecsim.http().get(VOLUME).status()).isEqualTo(200);
    assertThat(ecsim.http().get("/__admins").status()).isEqualTo(404);
  }

  @Test
  void aFolderIsReadAndNeverWrittenTo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("volume.json"),
        "{\"request\":{\"urlPath\":\"/v\"},\"response\":{\"status\":418},\"persistent\":true}");
    List<String> before = content(folder);
    try (Overlay overlay = Overlay.of(folder)) {
      assertThat(overlay.admin(new Asked("GET", "/__admin/mappings", "")).status()).isEqualTo(200);
      assertThat(overlay.stubbed(new Asked("GET", "/v", ""))).isNotNull();
      overlay.admin(new Asked("POST", "/__admin/mappings/save", ""));
      overlay.admin(new Asked("DELETE", "/__admin/mappings", ""));
      assertThat(overlay.stubbed(new Asked("GET", "/v", ""))).isNull();
    }

    assertThat(content(folder)).isEqualTo(before);
  }

  @Test
  void aFolderMayHoldFilesThatMappingsName(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("mappings"));
    Files.createDirectories(folder.resolve("__files"));
    Files.writeString(folder.resolve("__files/body.txt"), "from a file");
    Files.writeString(
        folder.resolve("mappings/v.json"),
        "{\"request\":{\"urlPath\":\"/v\"},\"response\":{\"bodyFileName\":\"body.txt\"}}");
    try (Overlay overlay = Overlay.of(folder)) {
      assertThat(overlay.stubbed(new Asked("GET", "/v", "")))
          .isInstanceOfSatisfying(
              Answer.class,
              answer -> assertThat(answer.body()).asString().isEqualTo("from a file"));
    }
  }

  @Test
  void aBadFolderIsRefusedAtOnce(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> Overlay.of(folder.resolve("none")))
        .isInstanceOf(BadStubs.class)
        .hasMessageContaining("none");

    Files.writeString(folder.resolve("bad.json"), "{\"request\":7}");
    assertThatThrownBy(() -> Overlay.of(folder))
        .isInstanceOf(BadStubs.class)
        .hasMessageContaining("bad.json");
  }

  private static List<String> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file + " " + file.toFile().length()).sorted().toList();
    }
  }
}
