package io.ecsim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads one server over and over from ecsim and the same bytes from a bare handler, in turn. */
public final class Bench {
  private static final int CONNECTIONS = 8;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(3);

  /**
   * What the launcher gives ecsim's JVM: the peer gets no other compiler and no other collector.
   */
  private static final List<String> SAME_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx512m");

  private static final String PROJECT = "0".repeat(32);

  private Bench() {}

  /** Arguments: the launcher of ecsim, and the class path of the bare handler. */
  public static void main(String[] arguments) throws Exception {
    new Bench().run(arguments[0], arguments[1]);
  }

  private void run(String launcher, String classPath) throws Exception {
    starts(launcher);
    try (Peer ecsim = Peer.start(List.of(launcher, "serve", "--port", "0", "--clock", "instant"))) {
      System.out.printf("idle memory: %d MiB resident%n", ecsim.residentMebibytes());
      var cloud = new Cloud(ecsim.address(), PROJECT);
      String path = "/ecs/v1/" + PROJECT + "/cloudservers/" + cloud.order(1, 1);
      cloud.get(path);
      Path answer = Files.createTempFile("server", ".json");
      Files.writeString(answer, cloud.get(path));
      List<String> bare = new ArrayList<>(List.of("java"));
      bare.addAll(SAME_JVM);
      bare.addAll(List.of("-cp", classPath, BareJavalin.class.getName(), answer.toString()));
      try (Peer peer = Peer.start(bare)) {
        compare(new Load(ecsim.address(), path), new Load(peer.address(), path));
      } finally {
        Files.delete(answer);
      }
    }
  }

  private static void starts(String launcher) throws IOException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try (Peer ecsim = Peer.start(List.of(launcher, "serve", "--port", "0"))) {
        millis.add(ecsim.ready().toMillis());
      }
    }
    Collections.sort(millis);
    System.out.printf(
        "ready: median %d ms of %d starts (best %d, worst %d), launcher included%n",
        millis.get(millis.size() / 2), millis.size(), millis.get(0), millis.get(millis.size() - 1));
  }

  private static void compare(Load ecsim, Load bare) throws Exception {
    System.out.printf("GET a server on %d connections, in turn with the peer:%n", CONNECTIONS);
    ecsim.requestsPerSecond(CONNECTIONS, ROUND);
    bare.requestsPerSecond(CONNECTIONS, ROUND);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double ours = ecsim.requestsPerSecond(CONNECTIONS, ROUND);
      double theirs = bare.requestsPerSecond(CONNECTIONS, ROUND);
      ratios.add(ours / theirs);
      System.out.printf(
          "  round %d: ecsim %,.0f/s, bare Javalin %,.0f/s, ratio %.2f%n",
          round, ours, theirs, ours / theirs);
    }
    Collections.sort(ratios);
    System.out.printf(
        "ecsim / bare Javalin: median %.2f (from %.2f to %.2f); the aim is 0.70%n",
        ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1));
  }
}
