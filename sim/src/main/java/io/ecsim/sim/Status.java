package io.ecsim.sim;

/** A status of one type of resource; an enum implements it, one constant per row of its table. */
public interface Status {
  /** The word that users know it by: {@code error_deleting}, {@code Rolling back resizing}. */
  String label();

  /**
   * Whether a resource in this status is out of sight: it is there, but nobody finds it by its id
   * or in a list who does not ask for what is hidden.
   */
  default boolean hidden() {
    return false;
  }

  /** Whether a resource rests in it only until somebody decides how its change is to end. */
  default boolean waiting() {
    return false;
  }
}
