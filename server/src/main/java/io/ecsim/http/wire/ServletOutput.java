package io.ecsim.http.wire;

import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Breakage;
import io.ecsim.http.message.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Sends what became of a request. */
public final class ServletOutput {
  /** A shorter body fits into one packet anyhow. */
  private static final int WORTH_ZIPPING = 1400;

  private static final byte[] NO_HTTP =
      "\0\1\2\3 this is no HTTP \4\5\6\7".getBytes(StandardCharsets.UTF_8);

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
      send(answer, requestId);
    } else {
      tear((Breakage) outcome);
    }
  }

  private void send(Answer answer, String requestId) throws IOException {
    response.reset();
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("X-Request-Id", requestId);
    byte[] body = answer.body();
    if (body.length == 0) {
      return;
    }
    if (body.length >= WORTH_ZIPPING) {
      response.setHeader("Vary", "Accept-Encoding");
      if (isZipWanted()) {
        response.setHeader("Content-Encoding", "gzip");
        body = zip(body);
      }
    }
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
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
        wire.getChannel().write(ByteBuffer.wrap(NO_HTTP));
        wire.close();
      }
      case BROKEN_CHUNK -> {
        response.setStatus(HttpServletResponse.SC_OK);
        response.flushBuffer();
        wire.getChannel().write(ByteBuffer.wrap(NO_HTTP));
        wire.close();
      }
    }
  }
}
