package io.ecsim.sim;

/** What a fault rule is laid on. */
public sealed interface Target {
  /** An edge of a lifecycle: {@code volume.delete}. */
  record OnEdge(String edge) implements Target {}

  /**
   * An operation of the contract.
   *
   * @param name the vendor's name: {@code CreateVolume}
   * @param service the service it belongs to, or null for all that have it
   */
  record OnOperation(String name, String service) implements Target {}
}
