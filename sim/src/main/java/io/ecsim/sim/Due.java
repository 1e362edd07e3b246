package io.ecsim.sim;

/** A place in the queue of what is due: by time, then by the order of filing. */
public record Due(long at, long seq) implements Comparable<Due> {
  @Override
  public int compareTo(Due other) {
    int byTime = Long.compare(at, other.at);
    return byTime != 0 ? byTime : Long.compare(seq, other.seq);
  }
}
