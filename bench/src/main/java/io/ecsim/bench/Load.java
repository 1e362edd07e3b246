package io.ecsim.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks for one path over and over, on connections that are kept. */
final class Load {
  private final URI address;
  private final byte[] request;

  Load(URI address, String path) {
    this.address = address;
    this.request =
        ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Requests per second over this time on so many connections. */
  double requestsPerSecond(int connections, Duration time)
      throws InterruptedException, ExecutionException {
    var pool = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<Long>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(() -> ask(time));
      }
      long answers = 0;
      for (Future<Long> client : pool.invokeAll(clients)) {
        answers += client.get();
      }
      return answers / (time.toMillis() / 1000.0);
    } finally {
      pool.shutdown();
    }
  }

  private long ask(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long answers = 0;
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      while (System.nanoTime() < end) {
        out.write(request);
        in.skipNBytes(contentLength(in));
        answers++;
      }
    }
    return answers;
  }

  /** Reads the head of an answer; anything but a 200 with a length ends the run. */
  private static int contentLength(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("unexpected answer: " + status);
    }
    int length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    if (length < 0) {
      throw new IOException("an answer without Content-Length");
    }
    return length;
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server has closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
