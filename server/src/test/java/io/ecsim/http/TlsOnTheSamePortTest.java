package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The port that speaks HTTP in clear speaks TLS as well, to whoever begins so. */
class TlsOnTheSamePortTest {
  private static final String VOLUME = "/v2/p/cloudvolumes/v";

  private final StubPack evs = new StubPack("evs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs).lenient();

  private HttpResponse<String> get(String url) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(Tls.trusting(ecsim.url())).build();
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void httpsWorksLikePlain(String host) throws Exception {
    evs.onAny((operation, call, input) -> Map.of("base", call.baseUrl()));
    String base = "https://" + host + ":" + ecsim.port();

    assertThat(get(base + "/evs" + VOLUME).body()).contains(base + "/evs");
    assertThat(ecsim.http().get(VOLUME).at("/base")).isEqualTo(ecsim.url());
  }

  @Test
  void aClientThatOffersHttp2GetsHttp1() throws Exception {
    assertThat(get("https://localhost:" + ecsim.port() + "/").version())
        .isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void http2IsStillSpokenInClear() throws Exception {
    HttpResponse<String> answer = get(ecsim.url() + "/");

    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aClientThatDoesNotKnowTheAuthorityDoesNotBelieveIt() {
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(URI.create("https://localhost:" + ecsim.port()))
                            .build(),
                        BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @ParameterizedTest
  @CsvSource({"/_ecsim/ca.pem, application/x-pem-file", "/_ecsim/ca.p12, application/x-pkcs12"})
  void theCertificateToTrustCanBeFetchedInClear(String path, String type) {
    HttpAnswer answer = ecsim.http().get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void oldAndNewVersionsOfTlsWork(String version) throws Exception {
    try (SSLSocket socket = Tls.connect(ecsim.url(), "evs.r.myhuaweicloud.com")) {
      socket.setEnabledProtocols(new String[] {version});
      say(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

      assertThat(text(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void theFirstByteMayComeAlone() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ecsim.port())) {
      socket.setTcpNoDelay(true);
      for (byte one : "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(one);
        socket.getOutputStream().flush();
      }

      assertThat(text(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aBrokenHandshakeHurtsNobodyElse() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ecsim.port())) {
      socket.getOutputStream().write(new byte[] {0x16, 3, 1, 0, 4, 9, 9, 9, 9, 0, 0});
      socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }

    assertThat(get("https://localhost:" + ecsim.port() + "/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"CONNECTION_RESET_BY_PEER, reset", "EMPTY_RESPONSE, ''"})
  void aStubMayBreakTheConnectionUnderTls(String fault, String seen) throws Exception {
    stub(fault);
    try (Socket bare = new Socket(InetAddress.getLoopbackAddress(), ecsim.port());
        SSLSocket socket = Tls.over(bare, ecsim.url(), "evs.r.myhuaweicloud.com")) {
      say(socket, "GET " + VOLUME + " HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(end(bare)).isEqualTo(seen);
    }
  }

  @Test
  void garbageOfAStubIsNoHttpButGoodTls() throws Exception {
    stub("RANDOM_DATA_THEN_CLOSE");
    try (SSLSocket socket = Tls.connect(ecsim.url(), "evs.r.myhuaweicloud.com")) {
      say(socket, "GET " + VOLUME + " HTTP/1.1\r\nHost: x\r\n\r\n");
      byte[] begin = socket.getInputStream().readNBytes(10);

      assertThat(new String(begin, StandardCharsets.US_ASCII)).contains("this");
    }
  }

  private void stub(String fault) {
    String stub =
        "{\"request\":{\"urlPath\":\"%s\"},\"response\":{\"fault\":\"%s\"}}"
            .formatted(VOLUME, fault);
    HttpAnswer made = ecsim.http().post("/__admin/mappings", stub);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String text(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** How the connection below TLS ends. */
  private static String end(Socket bare) throws IOException {
    try (InputStream in = bare.getInputStream()) {
      in.readAllBytes();
      return "";
    } catch (SocketException e) {
      return e.getMessage().contains("reset") ? "reset" : e.getMessage();
    }
  }
}
