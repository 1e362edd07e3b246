package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.RawSocket;
import io.ecsim.testing.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that ask for hosts of the cloud, and have the double for a proxy. */
class ThroughAProxyTest {
  private static final String EVS = "evs.cn-north-4.myhuaweicloud.com";
  private static final String VOLUME = "/v2/p/cloudvolumes/v";
  private static final int TUNNELS = 20;
  private static final int REQUESTS = 5;

  private final StubPack evs = new StubPack("evs");
  private final StubPack ecs = new StubPack("ecs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs, ecs).lenient();

  @BeforeEach
  void servicesTellWhoAsked() {
    evs.onAny((operation, call, input) -> told("evs", call.world().name(), call.baseUrl()));
    ecs.onAny((operation, call, input) -> told("ecs", call.world().name(), call.baseUrl()));
  }

  private static Map<String, String> told(String service, String world, String base) {
    return Map.of("told", service + " " + world + " " + base);
  }

  private HttpResponse<String> get(String url) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .proxy(
                ProxySelector.of(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), ecsim.port())))
            .sslContext(Tls.trusting(ecsim.url()))
            .build();
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static String user(String name) {
    byte[] pair = (name + ":x").getBytes(StandardCharsets.UTF_8);
    return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
  }

  private Socket tunnel(String target, String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), ecsim.port());
    socket.setSoTimeout(20_000);
    say(socket, "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + headers + "\r\n");
    assertThat(head(socket)).startsWith("HTTP/1.1 200");
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String head(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String request(String host, boolean last) {
    return "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
        .formatted(VOLUME, host, last ? "Connection: close\r\n" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evs.cn-north-4.myhuaweicloud.com, evs",
    "https://ecs.eu-west-101.myhuaweicloud.eu, ecs",
    "http://evs.cn-north-4.myhuaweicloud.com, evs",
  })
  void aHostOfTheCloudIsItsService(String base, String service) throws Exception {
    String path = service.equals("evs") ? VOLUME : "/v1/p/cloudservers/s";

    assertThat(get(base + path).body()).contains(service + " default " + base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://eps.myhuaweicloud.com/v1.0/enterprise-projects",
        "http://eps.myhuaweicloud.com/v1.0/enterprise-projects",
        "http://example.com/evs/v2/p/cloudvolumes/v",
      })
  void aHostThatNothingHereStandsForIsRefusedByName(String url) throws Exception {
    HttpResponse<String> answer = get(url);

    assertThat(answer.statusCode()).isEqualTo(501);
    assertThat(answer.body())
        .contains("ecsim.NotModelled", URI.create(url).getHost(), URI.create(url).getPath());
    assertThat(ecsim.world().journal().entries().toString()).contains("501");
  }

  @Test
  void aTunnelElsewhereIsRefusedAndThePhraseSaysWhy() {
    String answer =
        new RawSocket(ecsim.port())
            .say("CONNECT registry.example.com:443 HTTP/1.1\nHost: x\nConnection: close\n\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 501 ecsim stands for no service at registry.example.com\r\n");
    assertThat(RawSocket.body(answer)).contains("ecsim.NotModelled", "registry.example.com");
    assertThatThrownBy(() -> get("https://registry.example.com/")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "evs", ":443", "[::1"})
  void aTargetThatIsNoneIsABadRequestOrAnUnknownHost(String target) {
    String answer =
        new RawSocket(ecsim.port())
            .say("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|501) .*");
  }

  @Test
  void worldsOfProxyUsersDoNotMixOnParallelTunnels() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(TUNNELS);
    try {
      List<Callable<String>> all = new ArrayList<>();
      for (int i = 0; i < TUNNELS; i++) {
        String world = i % 2 == 0 ? "blue" : "green";
        all.add(() -> world + " " + asked(world));
      }
      for (Future<String> one : clients.invokeAll(all)) {
        String world = one.get().substring(0, one.get().indexOf(' '));
        assertThat(one.get().split("evs " + world + " https://" + EVS, -1)).hasSize(REQUESTS + 1);
      }
    } finally {
      clients.shutdown();
    }
    assertThat(ecsim.world("blue").journal().entries()).hasSize(TUNNELS / 2 * REQUESTS);
    assertThat(ecsim.world().journal().entries()).isEmpty();
  }

  /** What came back by one tunnel of this user, by pipelined requests. */
  private String asked(String world) throws Exception {
    try (Socket bare = tunnel(EVS + ":443", user(world));
        SSLSocket socket = Tls.over(bare, ecsim.url(), EVS)) {
      say(socket, request(EVS, false).repeat(REQUESTS - 1) + request(EVS, true));
      return rest(socket);
    }
  }

  @Test
  void theHostOfAConnectMayBeTheProxysOwn() throws Exception {
    try (Socket bare = new Socket(InetAddress.getLoopbackAddress(), ecsim.port())) {
      say(bare, "CONNECT " + EVS + ":443 HTTP/1.1\r\nHost: 127.0.0.1:" + ecsim.port() + "\r\n\r\n");
      assertThat(head(bare)).startsWith("HTTP/1.1 200");
      try (SSLSocket socket = Tls.over(bare, ecsim.url(), EVS)) {
        say(socket, request(EVS, true));

        assertThat(rest(socket)).contains("evs default https://" + EVS);
      }
    }
  }

  @Test
  void theTunnelsTargetCountsMoreThanTheHostInside() throws Exception {
    try (Socket bare = tunnel(EVS + ":443", "");
        SSLSocket socket = Tls.over(bare, ecsim.url(), EVS)) {
      say(socket, request("ecs.cn-north-4.myhuaweicloud.com", true));

      assertThat(rest(socket)).contains("evs default");
    }
  }

  @Test
  void aTunnelMayHoldPlainHttpAndAnotherTunnel() throws Exception {
    try (Socket plain = tunnel(EVS + ":80", user("blue"))) {
      say(plain, request(EVS, false));
      assertThat(head(plain)).startsWith("HTTP/1.1 200");
    }
    try (Socket outer = tunnel("localhost:8480", user("blue"))) {
      say(outer, "CONNECT " + EVS + ":443 HTTP/1.1\r\nHost: " + EVS + "\r\n\r\n");
      assertThat(head(outer)).startsWith("HTTP/1.1 200");
      try (SSLSocket inner = Tls.over(outer, ecsim.url(), EVS)) {
        say(inner, request(EVS, true));
        assertThat(rest(inner)).contains("evs blue https://" + EVS);
      }
    }
  }

  @Test
  void theDoubleItselfIsReachedThroughATunnelToThisMachine() throws Exception {
    try (Socket bare = tunnel("127.0.0.1:" + ecsim.port(), user("blue"));
        SSLSocket socket = Tls.over(bare, ecsim.url(), "localhost")) {
      say(socket, request("localhost", true));

      assertThat(rest(socket)).contains("evs blue https://localhost");
    }
  }

  @Test
  void aSignatureNamesTheWorldBeforeTheProxyUserDoes() throws Exception {
    try (Socket bare = tunnel(EVS + ":443", user("blue"));
        SSLSocket socket = Tls.over(bare, ecsim.url(), EVS)) {
      String signed = "Authorization: SDK-HMAC-SHA256 Access=ci@red, SignedHeaders=h, Signature=0";
      say(socket, request(EVS, true).replace("Connection", signed + "\r\nConnection"));

      assertThat(rest(socket)).contains("evs red");
    }
  }

  @Test
  void aResetInsideATunnelIsAResetOfTheClientsSocket() throws Exception {
    ecsim
        .http()
        .post(
            "/__admin/mappings",
            "{\"request\":{\"urlPath\":\"%s\"},\"response\":{\"fault\":\"CONNECTION_RESET_BY_PEER\"}}"
                .formatted(VOLUME));
    try (Socket bare = tunnel(EVS + ":443", "");
        SSLSocket socket = Tls.over(bare, ecsim.url(), EVS)) {
      say(socket, request(EVS, false));

      assertThatThrownBy(() -> bare.getInputStream().readAllBytes()).hasMessageContaining("reset");
    }
  }
}
