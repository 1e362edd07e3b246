package io.ecsim.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern SERVER_ID =
      Pattern.compile("\"serverIds\"\\s*:\\s*\\[\\s*\"([^\"]+)");
  private static final Pattern SUBNET_ID =
      Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"[^{}]*\"vpc_id\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();

  private Bench() {}

  /** Arguments: the launcher of ecsim, and the class path of the bare handler. */
  public static void main(String[] arguments) throws Exception {
    new Bench().run(arguments[0], arguments[1]);
  }

  private void run(String launcher, String classPath) throws Exception {
    starts(launcher);
    try (Peer ecsim = Peer.start(List.of(launcher, "serve", "--port", "0", "--clock", "instant"))) {
      System.out.printf("idle memory: %d MiB resident%n", ecsim.residentMebibytes());
      String path = "/ecs/v1/" + PROJECT + "/cloudservers/" + server(ecsim.address());
      Path answer = Files.createTempFile("server", ".json");
      Files.writeString(answer, get(ecsim.address().resolve(path)));
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

  /** Makes a server in the default network and waits until it runs. */
  private String server(URI address) throws IOException, InterruptedException {
    Matcher subnet =
        find(SUBNET_ID, get(address.resolve("/vpc/v1/" + PROJECT + "/subnets")), "a subnet");
    Matcher image =
        find(
            Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\""),
            get(address.resolve("/ims/v2/cloudimages?name=Ubuntu%2022.04%20server%2064bit")),
            "an image");
    String body =
        """
        {"server": {"name": "bench", "flavorRef": "c6.large.2", "imageRef": "%s", "vpcid": "%s",
          "nics": [{"subnet_id": "%s"}], "root_volume": {"volumetype": "SSD", "size": 40},
          "data_volumes": [{"volumetype": "SAS", "size": 10}]}}
        """
            .formatted(image.group(1), subnet.group(2), subnet.group(1));
    HttpRequest create =
        HttpRequest.newBuilder(address.resolve("/ecs/v1.1/" + PROJECT + "/cloudservers"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String id = find(SERVER_ID, send(create), "the server's id").group(1);
    get(address.resolve("/ecs/v1/" + PROJECT + "/cloudservers/" + id));
    return id;
  }

  private static Matcher find(Pattern pattern, String text, String what) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("no sign of " + what + " in " + text);
    }
    return matcher;
  }

  private String get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }
}
