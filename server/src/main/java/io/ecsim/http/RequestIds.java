package io.ecsim.http;

import io.ecsim.sim.Ids;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The ids of requests: 32 hexadecimal digits, the same in each run for the n-th request. */
final class RequestIds implements Supplier<String> {
  private final AtomicLong count = new AtomicLong();

  @Override
  public String get() {
    return Ids.hex("request", count.incrementAndGet());
  }
}
