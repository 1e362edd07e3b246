package io.ecsim.sim;

/** A status of one type of resource; an enum implements it, one constant per row of its table. */
public interface Status {
  /** The word that users know it by: {@code error_deleting}, {@code Rolling back resizing}. */
  String label();
}
