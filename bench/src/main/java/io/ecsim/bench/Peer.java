package io.ecsim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own.
 *
 * @param process the process
 * @param address where it listens
 * @param ready how long it took from the start of the process to its ready line
 */
record Peer(Process process, URI address, Duration ready) implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready on (http://\\S+)");

  /** Starts a server and waits for the line that says where it listens. */
  static Peer start(List<String> command) throws IOException {
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = READY.matcher(line);
      if (matcher.find()) {
        Duration ready = Duration.ofNanos(System.nanoTime() - begin);
        drain(lines);
        return new Peer(process, URI.create(matcher.group(1)), ready);
      }
    }
    throw new IOException("it ended without a ready line: " + String.join(" ", command));
  }

  private static void drain(BufferedReader lines) {
    Thread drain =
        new Thread(
            () -> {
              try {
                while (lines.readLine() != null) {
                  // A full pipe would stop the server.
                }
              } catch (IOException end) {
                // The server has ended.
              }
            });
    drain.setDaemon(true);
    drain.start();
  }

  /**
   * Its resident memory in MiB, its children's included, as the kernel counts it; -1 if unknown.
   */
  long residentMebibytes() throws IOException {
    long kibibytes = resident(process.toHandle());
    for (ProcessHandle child : process.descendants().toList()) {
      kibibytes += resident(child);
    }
    return kibibytes <= 0 ? -1 : kibibytes / 1024;
  }

  private static long resident(ProcessHandle handle) throws IOException {
    Path status = Path.of("/proc", String.valueOf(handle.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
