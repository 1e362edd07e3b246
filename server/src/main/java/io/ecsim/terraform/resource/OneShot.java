package io.ecsim.terraform.resource;

/**
 * Something that is done once. It stays in the state for ever, is never looked at again, and
 * forgetting it undoes nothing. (provider-behaviour 6.)
 */
public interface OneShot extends ResourceType {
  @Override
  default Found read(Reading task) {
    return Found.nothing();
  }

  @Override
  default void update(Change task) {}

  @Override
  default void delete(Deletion task) {
    task.warn(name() + " is done once. What it did stays done; it is only removed from the state.");
  }

  @Override
  default boolean isImportable() {
    return false;
  }
}
