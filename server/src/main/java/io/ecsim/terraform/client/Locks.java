package io.ecsim.terraform.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps apart what the cloud refuses to do at the same time, such as two disks for one server. */
public final class Locks {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /** Does this while nobody else does anything with the same key. */
  public void exclusively(String key, Runnable what) {
    ReentrantLock lock = locks.computeIfAbsent(key, name -> new ReentrantLock());
    lock.lock();
    try {
      what.run();
    } finally {
      lock.unlock();
    }
  }
}
