package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.Arrays;
import java.util.List;

/** What several lists of servers can be filtered by; what was not given lets all pass. */
public final class Filters {
  /** Means every enterprise project: {@code terraform-huaweicloud.md} 2.0. */
  private static final String ALL_PROJECTS = "all_granted_eps";

  private Filters() {}

  /** Whether a text is the wanted one; null and an empty text want nothing. */
  public static boolean equal(String text, String wanted) {
    return wanted == null || wanted.isEmpty() || wanted.equals(text);
  }

  /**
   * Lets a list show only servers of this enterprise project.
   *
   * @param id the project's id; null or {@code all_granted_eps} for every one
   */
  public static void enterpriseProject(Listing<Server> list, String id) {
    list.when(
        ALL_PROJECTS.equals(id) ? null : id,
        (server, wanted) -> server.spec().enterpriseProject().equals(wanted));
  }

  /** Lets a list show only servers that are found under this status: {@link Words}. */
  public static void status(Listing<Server> list, String status) {
    list.when(status, (server, word) -> Words.of(server).listedUnder(word));
  }

  /**
   * Lets a list show only servers with every one of these tags, {@code key} or {@code key=value}.
   */
  public static void tags(Listing<Server> list, List<String> tags) {
    list.when(words(tags), (server, all) -> all.stream().allMatch(tag -> has(server, tag)));
  }

  /** Lets a list show no server with one of these tags, {@code key} or {@code key=value}. */
  public static void notTags(Listing<Server> list, List<String> tags) {
    list.when(words(tags), (server, all) -> all.stream().noneMatch(tag -> has(server, tag)));
  }

  private static boolean has(Resource<Server> server, String tag) {
    return Tags.match(server.spec().labels(), tag);
  }

  /** Words that come one a key, or several with commas. */
  public static List<String> words(List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream()
            .flatMap(text -> Arrays.stream(text.split(",")))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
  }
}
