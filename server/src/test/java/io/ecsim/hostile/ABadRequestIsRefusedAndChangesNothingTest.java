package io.ecsim.hostile;

import io.ecsim.api.Operation;
import io.ecsim.sim.Shelf;
import io.ecsim.sim.State;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pcollections.TreePMap;

/** Each kind of bad request, to every modelled operation: the vendor's 4xx, and nothing happens. */
class ABadRequestIsRefusedAndChangesNothingTest {
  private static final String PROJECT = "0123456789abcdef0123456789abcdef";
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

  /** Projects and accounts are there as soon as somebody names them. */
  private static final Pattern WHOSE = Pattern.compile("\\{project_id}|(?<=^/v\\d/)\\{domain_id}");

  private static final List<Operation> MODELLED =
      Ecsim.operations().stream()
          .filter(Operation::modelled)
          .filter(operation -> !operation.service().equals("control"))
          .toList();

  @RegisterExtension final WholeDouble ecsim = new WholeDouble();
  private final HttpClient client = HttpClient.newHttpClient();
  private TreePMap<Shelf.Key, Shelf> before;

  @BeforeEach
  void openTheProjects() {
    ecsim.vpc(PROJECT);
    // Requests that name no project are in the double's own.
    ecsim.image();
    before = state().shelves();
  }

  private State state() {
    return ecsim.world().read();
  }

  private static List<Operation> withBody() {
    return MODELLED.stream().filter(o -> o.requestSchema() != null && o.bodyRequired()).toList();
  }

  private void refuseAll(List<Operation> operations, byte[] body) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (Operation operation : operations) {
      HttpAnswer answer = send(operation, body);
      softly
          .assertThat(answer.status())
          .as("%s answers %s", operation.id(), answer.text())
          .isBetween(400, 499);
      softly.assertThat(answer.json().isObject()).as(answer.text()).isTrue();
      softly.assertThat(answer.header("X-Request-Id")).as(operation.id()).isNotBlank();
    }
    softly.assertThat(state().shelves().equals(before)).as("nothing has changed").isTrue();
    softly.assertAll();
  }

  private HttpAnswer send(Operation operation, byte[] body) throws Exception {
    String path = operation.path().replace("{project_id}", PROJECT).replaceAll("\\{[^}]+}", NOBODY);
    var request =
        HttpRequest.newBuilder(URI.create(ecsim.url() + "/" + operation.service() + path))
            .header("Content-Type", "application/json")
            .method(operation.method(), BodyPublishers.ofByteArray(body));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    return new HttpAnswer(answer.statusCode(), answer.headers(), answer.body());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aBodyThatIsNoJson() throws Exception {
    refuseAll(withBody(), bytes("<volume/>"));
  }

  @Test
  void aBodyThatEndsTooEarly() throws Exception {
    refuseAll(withBody(), bytes("{\"server\": {\"name\": \"x\""));
  }

  @Test
  void noBodyAtAll() throws Exception {
    refuseAll(withBody(), new byte[0]);
  }

  @Test
  void anArrayWhereAnObjectIsWanted() throws Exception {
    refuseAll(withBody(), bytes("[]"));
  }

  @Test
  void aNumberWhereAnObjectIsWanted() throws Exception {
    refuseAll(withBody(), bytes("7"));
  }

  @Test
  void null_() throws Exception {
    refuseAll(withBody(), bytes("null"));
  }

  @Test
  void bytesThatAreNoText() throws Exception {
    refuseAll(withBody(), new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
  }

  @Test
  void membersOfTheWrongType() throws Exception {
    refuseAll(
        withBody(),
        bytes(
            """
            {"server": 1, "volume": 1, "os-extend": 1, "vpc": 1, "subnet": 1, "port": 1,
             "security_group": 1, "security_group_rule": 1, "keypair": 1, "auth": 1, "servers": 1,
             "volumeAttachment": 1, "block_device": 1, "metadata": 1, "tags": 1, "action": 1,
             "reset-password": 1, "auto_terminate_time": 1, "os-start": 1, "os-stop": 1,
             "reboot": 1, "limit": {}}"""));
  }

  @Test
  void depthWithoutEnd() throws Exception {
    refuseAll(withBody(), bytes("{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)));
  }

  @Test
  void twoMebibytesOfNothing() throws Exception {
    refuseAll(
        List.of(operation("CreateVolume"), operation("CreateServers")),
        bytes("{\"junk\": \"" + "x".repeat(2 << 20) + "\"}"));
  }

  @Test
  void twoActionsAtOnce() throws Exception {
    String servers = "{\"servers\": [{\"id\": \"" + NOBODY + "\"}]}";
    refuseAll(
        List.of(operation("BatchStartServers")),
        bytes("{\"os-start\": " + servers + ", \"os-stop\": " + servers + "}"));
  }

  @Test
  void anIdThatIsNotThere() throws Exception {
    List<Operation> shows =
        MODELLED.stream()
            .filter(o -> o.method().equals("GET") || o.method().equals("DELETE"))
            .filter(o -> WHOSE.matcher(o.path()).replaceFirst("").contains("{"))
            .filter(
                o -> !o.path().contains("target_project_id") && !o.path().contains("{api_version}"))
            .filter(o -> !o.path().matches("/\\{[^/]*}"))
            .toList();
    refuseAll(shows, new byte[0]);
  }

  private static Operation operation(String name) {
    return MODELLED.stream()
        .filter(o -> o.id().equals(name) || o.aliases().containsKey(name))
        .findFirst()
        .orElseThrow();
  }
}
