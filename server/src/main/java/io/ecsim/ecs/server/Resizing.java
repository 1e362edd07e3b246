package io.ecsim.ecs.server;

/**
 * How a server got, or is about to get, its flavor. As long as it is open, both flavors are
 * reserved.
 *
 * @param from the flavor it had
 * @param to the flavor that was asked for
 * @param threads {@code hw:cpu_threads} that it had, or null
 * @param running whether it ran before
 * @param open whether it is neither confirmed nor taken back
 */
public record Resizing(String from, String to, Integer threads, boolean running, boolean open) {
  Resizing closed() {
    return new Resizing(from, to, threads, running, false);
  }
}
