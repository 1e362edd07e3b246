package io.ecsim.terraform.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish to end, heard by all who wait. */
public final class Stop {
  private final CountDownLatch latch = new CountDownLatch(1);

  /** All who wait shall end. */
  public void request() {
    latch.countDown();
  }

  /** Waits so long, or until the wish is heard; whether it was. */
  boolean within(Duration time) {
    try {
      return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
