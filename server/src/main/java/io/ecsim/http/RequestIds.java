package io.ecsim.http;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The ids of requests: 32 hexadecimal digits, the same in each run for the n-th request. They look
 * arbitrary and never repeat, for each step of the mix (SplitMix64's) can be taken back.
 */
final class RequestIds implements Supplier<String> {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private final AtomicLong count = new AtomicLong();

  @Override
  public String get() {
    long number = count.incrementAndGet() * STEP;
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(mixed(number)) + hex.toHexDigits(mixed(~number));
  }

  private static long mixed(long number) {
    long mix = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mix = (mix ^ (mix >>> 27)) * 0x94d049bb133111ebL;
    return mix ^ (mix >>> 31);
  }
}
