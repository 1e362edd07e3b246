package io.ecsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What real clients send and what they must be answered agrees with the contract. */
class ClientRequestsTest {
  /** Services of the file that have no document yet. */
  private static final Set<String> NO_DOCUMENT = Set.of("eps");

  /** Addresses of documented services that the documents do not have yet. */
  private static final Set<String> NO_OPERATION =
      Set.of(
          "ims DELETE /v2/images/{image_id}",
          "kms POST /v1.0/{project_id}/kms/get-key-rotation-status");

  /** The document that owns the operations of a service with another name. */
  private static final Map<String, String> OWNER = Map.of("kps", "kms");

  private static final JsonNode FILE = read();

  @TestFactory
  Stream<DynamicTest> requests() {
    return covered("requests")
        .map(
            request ->
                DynamicTest.dynamicTest(
                    name(request) + " " + request.path("client").asText(),
                    () -> checkRequest(request)));
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return covered("answers")
        .map(
            answer ->
                DynamicTest.dynamicTest(
                    name(answer) + " " + answer.path("code").asText(), () -> checkAnswer(answer)));
  }

  @Test
  void whatIsNotCoveredIsListed() {
    List<String> missing =
        Stream.of("requests", "answers")
            .flatMap(kind -> StreamSupport.stream(FILE.path(kind).spliterator(), false))
            .filter(node -> !NO_DOCUMENT.contains(node.path("service").asText()))
            .filter(node -> find(node) == null)
            .map(ClientRequestsTest::name)
            .distinct()
            .toList();
    assertThat(missing).containsExactlyInAnyOrderElementsOf(NO_OPERATION);
  }

  private static void checkRequest(JsonNode request) {
    Operation operation = find(request);
    assertThat(operation.requestSchema()).as("has a body").isNotNull();
    List<String> errors =
        Contracts.errors(operation, operation.requestSchema(), request.path("body"));
    if (request.path("accepted").asBoolean()) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).isNotEmpty();
    }
  }

  private static void checkAnswer(JsonNode answer) {
    Operation operation = find(answer);
    String code = answer.path("code").asText();
    int status = code.equals("default") ? 0 : Integer.parseInt(code);
    assertThat(operation.responseSchemas()).containsKey(status);
    String schema = operation.responseSchemas().get(status);
    assertThat(Contracts.errors(operation, schema, answer.path("body"))).isEmpty();
  }

  private static Stream<JsonNode> covered(String kind) {
    return StreamSupport.stream(FILE.path(kind).spliterator(), false)
        .filter(node -> find(node) != null);
  }

  private static Operation find(JsonNode node) {
    String service = node.path("service").asText();
    return Contracts.operation(
            OWNER.getOrDefault(service, service),
            node.path("method").asText(),
            node.path("path").asText())
        .orElse(null);
  }

  private static String name(JsonNode node) {
    return node.path("service").asText()
        + " "
        + node.path("method").asText()
        + " "
        + node.path("path").asText();
  }

  private static JsonNode read() {
    try (var in = ClientRequestsTest.class.getResourceAsStream("/client-requests.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
