package io.ecsim.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last so many things that happened, in the order they were committed. */
public final class Journal {
  private final int capacity;
  private final ArrayDeque<Entry> entries = new ArrayDeque<>();

  Journal(int capacity) {
    this.capacity = capacity;
  }

  /** Adds these lines; the oldest make room. */
  public synchronized void add(List<? extends Entry> lines) {
    for (Entry line : lines) {
      if (entries.size() == capacity) {
        entries.removeFirst();
      }
      entries.addLast(line);
    }
  }

  /** What is there, oldest first. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(entries);
  }

  synchronized void clear() {
    entries.clear();
  }
}
