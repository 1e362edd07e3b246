package io.ecsim.http.wire;

import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Breakage;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.message.Trickle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.util.Blocker;

/** Sends what became of a request. */
public final class ServletOutput {
  /** A shorter body fits into one packet anyhow. */
  private static final int WORTH_ZIPPING = 1400;

  private static final byte[] NO_HTTP =
      "\0\1\2\3 this is no HTTP \4\5\6\7".getBytes(StandardCharsets.UTF_8);

  private static final String ENCODING = "Content-Encoding";

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  /** Output to this response. */
  public ServletOutput(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Sends an answer with this request id, or breaks the connection. */
  public void send(Outcome outcome, String requestId) throws IOException {
    if (outcome instanceof Answer answer) {
      begin(answer, requestId);
      write(answer);
    } else if (outcome instanceof Trickle trickle) {
      begin(trickle.answer(), requestId);
      write(trickle);
    } else {
      tear((Breakage) outcome);
    }
  }

  private void begin(Answer answer, String requestId) {
    response.setContentType(null); // Javalin has put its own there
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("X-Request-Id", requestId);
  }

  private void write(Answer answer) throws IOException {
    byte[] body = answer.body();
    if (body.length == 0) {
      return;
    }
    if (body.length >= WORTH_ZIPPING && !answer.headers().containsKey(ENCODING)) {
      response.setHeader("Vary", "Accept-Encoding");
      if (isZipWanted()) {
        response.setHeader(ENCODING, "gzip");
        body = zip(body);
      }
    }
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  private void write(Trickle trickle) throws IOException {
    byte[] body = trickle.answer().body();
    int pieces = Math.max(1, Math.min(trickle.pieces(), body.length));
    for (int i = 0; i < pieces; i++) {
      int begin = (int) ((long) body.length * i / pieces);
      int end = (int) ((long) body.length * (i + 1) / pieces);
      response.getOutputStream().write(body, begin, end - begin);
      response.flushBuffer();
      pause(trickle.over().toMillis() / pieces);
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private boolean isZipWanted() {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.replace(" ", "").contains("gzip;q=0,")
        && !accepted.replace(" ", "").endsWith("gzip;q=0");
  }

  private static byte[] zip(byte[] body) throws IOException {
    var zipped = new ByteArrayOutputStream(body.length / 2);
    try (var out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }

  private void tear(Breakage breakage) throws IOException {
    Wire wire = Wire.of(request);
    switch (breakage) {
      case CLOSE -> wire.close();
      case RESET -> wire.cut();
      case GARBAGE -> {
        write(NO_HTTP);
        wire.close();
      }
      case BROKEN_CHUNK -> {
        response.setStatus(HttpServletResponse.SC_OK);
        response.flushBuffer();
        write(NO_HTTP);
        wire.close();
      }
    }
  }

  /** Writes bytes that are no HTTP, inside TLS if the client speaks it. */
  private void write(byte[] bytes) throws IOException {
    try (Blocker.Callback written = Blocker.callback()) {
      Wire.connection(request).getEndPoint().write(written, ByteBuffer.wrap(bytes));
      written.block();
    }
  }
}
