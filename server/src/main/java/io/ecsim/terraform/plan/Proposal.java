package io.ecsim.terraform.plan;

import io.ecsim.terraform.value.Values;
import java.util.Map;

/**
 * What a plan is made from.
 *
 * @param prior what is; {@link Values#NONE} if there is nothing yet
 * @param config what is written; null where nothing is
 * @param defaultTags the provider's
 * @param replaceFixed whether a change of what is fixed means a new object, where the resource does
 *     not say
 */
public record Proposal(
    Values prior, Values config, Map<String, String> defaultTags, boolean replaceFixed) {
  /** Whether there is nothing yet. */
  public boolean creates() {
    return prior.members().isEmpty();
  }
}
