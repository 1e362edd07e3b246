package io.ecsim.terraform.client;

import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/**
 * What a provider block says, and what holds where it says nothing.
 *
 * @param region the region; never null
 * @param projectId the project, or null: the one that is named like the region
 * @param domainId the account, or null: the first one
 * @param enterpriseProjectId for what names none itself; may be null
 * @param world the world that all requests go to
 * @param accessKey whose they are
 * @param defaultTags tags for everything that has tags
 * @param ignoredTags keys of tags that are nobody's business
 * @param replaceFixed whether a change of what is fixed means a new object
 */
public record Settings(
    String region,
    String projectId,
    String domainId,
    String enterpriseProjectId,
    String world,
    String accessKey,
    Map<String, String> defaultTags,
    List<String> ignoredTags,
    boolean replaceFixed) {

  /** What a block of these arguments says. */
  public static Settings of(Values block, Surroundings around) {
    String key = or(block.filled("access_key"), around.accessKey());
    int at = key.lastIndexOf('@');
    return new Settings(
        or(block.filled("region"), around.region()),
        or(block.filled("project_id"), or(block.filled("tenant_id"), null)),
        block.filled("domain_id"),
        block.filled("enterprise_project_id"),
        at < 0 ? around.world() : key.substring(at + 1),
        key,
        block.map("default_tags"),
        block.texts("ignore_tags"),
        block.isSet("enable_force_new"));
  }

  private static String or(String first, String second) {
    return first == null ? second : first;
  }
}
