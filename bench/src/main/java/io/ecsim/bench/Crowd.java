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

  /** Lists with a place for the project, in every family. */
  private static final List<String> LISTS =
      List.of(
          "/ecs/v1/%s/cloudservers/detail?",
          "/ecs/v1.1/%s/cloudservers/detail?",
          "/ecs/v2.1/%s/servers/detail?",
          "/evs/v2/%s/cloudvolumes/detail?",
          "/evs/v3/%s/volumes/detail?");

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
    for (String list : LISTS) {
      if (!list.contains("v1.1")) {
        System.out.printf("1,000 with details from %s: %.0f ms%n", list, millis(list, 1_000));
      }
    }
    grow(10_000, 2);
  }

  /** With a heap that has room for them. */
  private void veryMany() throws IOException, InterruptedException {
    grow(1_000, 0);
    List<Double> few = pages();
    grow(100_000, 0);
    List<Double> many = pages();
    for (int i = 0; i < LISTS.size(); i++) {
      System.out.printf(
          "a page of 50 from %s: %.1f ms among 1,000, %.1f ms among %,d; ratio %.1f%n",
          LISTS.get(i), few.get(i), many.get(i), servers, many.get(i) / few.get(i));
    }
  }

  private List<Double> pages() throws IOException, InterruptedException {
    var times = new ArrayList<Double>();
    for (String list : LISTS) {
      times.add(millis(list, 50));
    }
    return times;
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

  /**
   * How long it takes to read so much of a list, the median of many times after some to warm up.
   */
  private double millis(String list, int limit) throws IOException, InterruptedException {
    String path = list.formatted(PROJECT) + "limit=" + limit;
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long begin = System.nanoTime();
      cloud.get(path);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    List<Double> warm = times.subList(20, times.size());
    Collections.sort(warm);
    return warm.get(warm.size() / 2);
  }
}
