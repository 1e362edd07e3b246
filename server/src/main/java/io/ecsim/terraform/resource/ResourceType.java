package io.ecsim.terraform.resource;

import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/** A kind of resource: a table and four short functions. It knows the cloud's API, no protocol. */
public interface ResourceType {
  /** Its name in a configuration: {@code huaweicloud_evs_volume}. */
  String name();

  /** Other names for the same. */
  default List<String> aliases() {
    return List.of();
  }

  /** What it is called in messages: {@code EVS volume}. */
  String thing();

  /** Its table. */
  Schema schema();

  /**
   * Makes one. {@link Creation#made} is to be called as soon as the id is known; what fails after
   * that leaves an object that Terraform remembers as tainted.
   */
  void create(Creation task);

  /** What the cloud says of it now; null, or a 404, if it is gone. */
  Found read(Reading task);

  /** Changes it in place, argument by argument. */
  void update(Change task);

  /** Deletes it. A 404 is no failure. */
  void delete(Deletion task);

  /** What is wrong with a configuration beyond the table; some of it may still be unknown. */
  default List<Problem> check(Values config) {
    return List.of();
  }

  /** What the table cannot say of a plan. */
  default void plan(Plan plan) {}

  /** Whether what is there already can be taken over. */
  default boolean isImportable() {
    return true;
  }

  /**
   * What is known of an object that is to be imported, besides its id.
   *
   * @param id as the user gave it
   * @throws Problem if it cannot be one
   */
  default Map<String, Object> imported(String id) {
    return Map.of("id", id);
  }
}
