package io.ecsim.http.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ecsim.http.message.BadRequest;
import io.ecsim.http.tls.Acquaintance;
import io.ecsim.http.tls.CertifiedKey;
import io.ecsim.http.tls.SelfSigned;
import io.ecsim.http.who.Callers;
import io.ecsim.http.wire.Door;
import io.ecsim.http.wire.WireConnector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/**
 * Stands in for an executable that Terraform has started. The executable posts the certificate that
 * Terraform gave it and prints the answer: the handshake line, with a door that Terraform alone may
 * come in by. The answer ends when Terraform shuts its provider down, and so does the executable.
 * (terraform-plugin-protocol 16.)
 */
public final class Relay extends Handler.Wrapper {
  private static final String PATH = "/_ecsim/terraform/attach";

  /** Of the body: a certificate takes a kilobyte. */
  private static final int LIMIT = 64 * 1024;

  /** Means nothing to Terraform, and fails for an executable that Terraform has left alone. */
  private static final byte[] SIGN_OF_LIFE = {'\n'};

  private CertifiedKey own;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!PATH.equals(Request.getPathInContext(request))) {
      return super.handle(request, response, callback);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    try {
      attach(request, response, callback);
    } catch (BadRequest e) {
      // Terraform shows people the first line that its executable prints.
      response.setStatus(e.status());
      String line = "ecsim: " + e.getMessage() + "\n";
      response.write(true, ByteBuffer.wrap(line.getBytes(UTF_8)), callback);
    }
    return true;
  }

  private void attach(Request request, Response response, Callback callback) throws IOException {
    if (!HttpMethod.POST.is(request.getMethod())) {
      throw new BadRequest(
          HttpStatus.METHOD_NOT_ALLOWED_405, "POST the certificate of Terraform to " + PATH + ".");
    }
    String world = world(request);
    String certificate;
    try (var in = Content.Source.asInputStream(request)) {
      certificate = new String(in.readNBytes(LIMIT), US_ASCII).strip();
    }
    var connector = (WireConnector) request.getConnectionMetaData().getConnector();
    Door door;
    String shown;
    if (certificate.isEmpty()) {
      door = connector.letDoor(world, null);
      shown = "";
    } else {
      X509Certificate client = client(certificate);
      door = connector.letDoor(world, Acquaintance.of(own(), client));
      shown = shown();
    }
    var answer = new OpenEnd(response, callback, door::close);
    String host = Request.getServerName(request);
    // Version of the handshake, version of the protocol, where the door is.
    String line = "1|5|tcp|%s:%d|grpc|%s\n".formatted(host, door.port(), shown);
    answer.send(line.getBytes(US_ASCII));
    request.addIdleTimeoutListener(
        unused -> {
          answer.send(SIGN_OF_LIFE);
          return false;
        });
    request.addFailureListener(unused -> door.close());
    door.whenClosed(answer::end);
  }

  private static String world(Request request) {
    String header = request.getHeaders().get("X-Ecsim-World");
    Fields.Field query = Request.extractQueryParameters(request).get("world");
    String world = header == null && query != null ? query.getValue() : header;
    return world == null || world.isEmpty() ? null : Callers.checked(world);
  }

  private static X509Certificate client(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    } catch (CertificateException e) {
      throw new BadRequest("What was posted is no certificate in PEM.");
    }
  }

  /** Made when the first client comes that needs it. */
  private synchronized CertifiedKey own() {
    if (own == null) {
      // Terraform asks for this name, whatever the address is.
      own = SelfSigned.server(List.of("localhost"));
    }
    return own;
  }

  private String shown() {
    try {
      return Base64.getEncoder().withoutPadding().encodeToString(own().certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
