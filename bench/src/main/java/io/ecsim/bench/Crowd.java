package io.ecsim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What very many servers cost: memory, and lists of them beside the same list of few, in one run.
 */
public final class Crowd {
  private static final String PROJECT = "1".repeat(32);
  private static final int AT_ONCE = 500;
  private static final String UNBOUNDED =
      """
      limits: {servers: -1, cores: -1, ram: -1, volumes: -1, gigabytes: -1, ports: -1}
      network: {vpc_cidr: 10.0.0.0/8, subnet_cidr: 10.0.0.0/12}
      """;

  private final Cloud cloud;
  private final Peer ecsim;
  private int servers;

  private Crowd(Peer ecsim) throws IOException, InterruptedException {
    this.ecsim = ecsim;
    this.cloud = new Cloud(ecsim.address(), PROJECT);
  }

  /** Arguments: the launcher of ecsim. */
  public static void main(String[] arguments) throws Exception {
    Path inventory = Files.createTempFile("unbounded", ".yaml");
    Files.writeString(inventory, UNBOUNDED);
    List<String> serve =
        List.of(
            arguments[0],
            "serve",
            "--port",
            "0",
            "--clock",
            "instant",
            "--inventory",
            inventory.toString());
    try {
      try (Peer ecsim = Peer.start(serve)) {
        new Crowd(ecsim).many();
      }
      List<String> roomy = new ArrayList<>(List.of("env", "ECSIM_JAVA_OPTS=-Xmx3g"));
      roomy.addAll(serve);
      try (Peer ecsim = Peer.start(roomy)) {
        new Crowd(ecsim).veryMany();
      }
    } finally {
      Files.delete(inventory);
    }
  }

  /** As people start it. */
  private void many() throws IOException, InterruptedException {
    System.out.printf("idle: %d MiB resident%n", ecsim.residentMebibytes());
    grow(1_000, 2);
    System.out.printf(
        "1,000 servers with details in one list: %.0f ms%n",
        millis("/cloudservers/detail?limit=1000"));
    grow(10_000, 2);
  }

  /** With a heap that has room for them. */
  private void veryMany() throws IOException, InterruptedException {
    grow(1_000, 0);
    double few = millis("/cloudservers/detail?limit=50");
    grow(100_000, 0);
    double many = millis("/cloudservers/detail?limit=50");
    System.out.printf(
        "a page of 50: %.1f ms among 1,000, %.1f ms among %,d; ratio %.1f%n",
        few, many, servers, many / few);
  }

  /** Makes servers until there are so many, each with a system disk and so many data disks. */
  private void grow(int to, int dataDisks) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int before = servers;
    for (; servers < to; servers += AT_ONCE) {
      cloud.order(Math.min(AT_ONCE, to - servers), dataDisks);
      System.err.printf("\r%,d of %,d servers", servers + AT_ONCE, to);
    }
    System.err.print("\r");
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%,d servers (%,d more, each with %d disks) after %.0f s: %d MiB resident%n",
        to, to - before, dataDisks + 1, seconds, ecsim.residentMebibytes());
  }

  /** How long it takes to read a list, the median of nine times. */
  private double millis(String list) throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long begin = System.nanoTime();
      cloud.get("/ecs/v1/" + PROJECT + list);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    Collections.sort(times);
    return times.get(times.size() / 2);
  }
}
