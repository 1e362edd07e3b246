package io.ecsim.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.http.tls.Acquaintance;
import io.ecsim.http.tls.CertifiedKey;
import io.ecsim.http.tls.SelfSigned;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an executable that Terraform has started asks for, and what it lets Terraform do. */
class TheRelayTest {
  private static final byte[] EMPTY_MESSAGE = new byte[5];
  private static final String SHUTDOWN = "/plugin.GRPCController/Shutdown";
  private static final String STOP = "/tfplugin5.Provider/Stop";

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private final CertifiedKey terraform = SelfSigned.server(List.of("terraform"));

  /** An executable at work: the line that it prints, and what keeps it. */
  private record Attached(String line, BufferedReader rest) {
    String field(int number) {
      return line.split("\\|", -1)[number];
    }

    int port() {
      return URI.create("tcp://" + field(3)).getPort();
    }

    X509Certificate certificate() throws Exception {
      byte[] bytes = Base64.getDecoder().decode(field(5));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    }
  }

  private Attached attach(String body) throws IOException, InterruptedException {
    return attach(cloud.url(), body);
  }

  private static Attached attach(String url, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/_ecsim/terraform/attach"))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
    return new Attached(lines.readLine(), lines);
  }

  private static String pem(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static HttpResponse<byte[]> call(HttpClient client, String scheme, int port, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path))
            .header("Content-Type", "application/grpc")
            .POST(BodyPublishers.ofByteArray(EMPTY_MESSAGE))
            .build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private HttpClient client(CertifiedKey own, Attached attached) throws Exception {
    SSLContext context = Acquaintance.of(own, attached.certificate());
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void theHandshakeNamesADoorAndItsCertificate() throws Exception {
    Attached attached = attach(pem(terraform.certificate()));

    assertThat(attached.line()).startsWith("1|5|tcp|127.0.0.1:").doesNotContain("=");
    assertThat(attached.field(4)).isEqualTo("grpc");
    assertThat(attached.certificate().getSubjectAlternativeNames().toString())
        .contains("localhost");
    assertThat(attached.port()).isNotEqualTo(URI.create(cloud.url()).getPort());
  }

  @Test
  void theClientWithThatCertificateSpeaksHttp2ThereUntilItShutsItDown() throws Exception {
    Attached attached = attach(pem(terraform.certificate()));
    HttpClient client = client(terraform, attached);

    HttpResponse<byte[]> stop = call(client, "https", attached.port(), STOP);
    assertThat(stop.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(stop.statusCode()).isEqualTo(200);
    assertThat(attached.rest().ready()).isFalse();

    HttpResponse<byte[]> shutdown = call(client, "https", attached.port(), SHUTDOWN);
    assertThat(shutdown.body()).isEqualTo(EMPTY_MESSAGE);
    assertThat(attached.rest().readLine()).isNull();
    HttpClient late = client(terraform, attached);
    assertThatThrownBy(() -> call(late, "https", attached.port(), STOP))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void anotherCertificateIsRefused() throws Exception {
    Attached attached = attach(pem(terraform.certificate()));
    HttpClient other = client(SelfSigned.server(List.of("terraform")), attached);

    assertThatThrownBy(() -> call(other, "https", attached.port(), SHUTDOWN))
        .isInstanceOf(IOException.class);

    assertThat(call(client(terraform, attached), "https", attached.port(), STOP).statusCode())
        .isEqualTo(200);
  }

  @Test
  void noCertificateIsRefusedAndSoIsPlainHttp() throws Exception {
    Attached attached = attach(pem(terraform.certificate()));

    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ecsim", attached.certificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext nameless = SSLContext.getInstance("TLS");
    nameless.init(null, trust.getTrustManagers(), null);
    HttpClient client = HttpClient.newBuilder().sslContext(nameless).build();

    assertThatThrownBy(() -> call(client, "https", attached.port(), SHUTDOWN))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> call(HttpClient.newHttpClient(), "http", attached.port(), SHUTDOWN))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theCertificateOfOneIsRefusedAtTheDoorOfAnother() throws Exception {
    CertifiedKey second = SelfSigned.server(List.of("terraform"));
    Attached one = attach(pem(terraform.certificate()));
    Attached two = attach(pem(second.certificate()));

    assertThatThrownBy(() -> call(client(terraform, two), "https", two.port(), STOP))
        .isInstanceOf(IOException.class);
    call(client(terraform, one), "https", one.port(), SHUTDOWN);
    assertThat(one.rest().readLine()).isNull();
    assertThat(call(client(second, two), "https", two.port(), STOP).statusCode()).isEqualTo(200);
  }

  @Test
  void theDoubleItselfIsNotShutDown() throws Exception {
    int port = URI.create(cloud.url()).getPort();
    // A client of HTTP/2 in clear begins with HTTP/1.1, and asks for more.
    HttpClient client = HttpClient.newHttpClient();
    client.send(
        HttpRequest.newBuilder(URI.create(cloud.url() + "/_ecsim/health")).build(),
        BodyHandlers.discarding());
    call(client, "http", port, SHUTDOWN);

    assertThat(cloud.http().get("/_ecsim/health").status()).isEqualTo(200);
  }

  @Test
  void whatIsNoCertificateIsRefusedInOneLine() throws Exception {
    Attached refused = attach("this is none");
    assertThat(refused.line()).isEqualTo("ecsim: What was posted is no certificate in PEM.");
    assertThat(refused.rest().readLine()).isNull();
  }

  @Test
  void onlyPostingAttaches() {
    HttpAnswer answer = cloud.http().get("/_ecsim/terraform/attach");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text()).contains("POST");
  }

  @Test
  void whoIsAttachedWhenTheDoubleEndsIsLetGo() throws Exception {
    Attached attached;
    try (Ecsim own = Ecsim.start(Options.embedded())) {
      attached = attach(own.url(), pem(terraform.certificate()));
    }
    assertThat(endOf(attached)).isEqualTo("");
  }

  /** What comes after the line, until the connection ends in whatever way. */
  private static String endOf(Attached attached) {
    try {
      return String.valueOf(attached.rest().readLine()).replace("null", "");
    } catch (IOException e) {
      return "";
    }
  }
}
