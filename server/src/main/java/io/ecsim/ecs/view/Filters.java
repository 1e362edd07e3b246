package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.sim.Resource;
import java.util.Arrays;
import java.util.List;

/** What lists can be filtered by. A filter that is null lets all pass. */
public final class Filters {
  /** Means every enterprise project: {@code terraform-huaweicloud.md} 2.0. */
  private static final String ALL_PROJECTS = "all_granted_eps";

  private Filters() {}

  public static boolean contains(String text, String part) {
    return part == null || text.contains(part);
  }

  public static boolean equal(String text, String wanted) {
    return wanted == null || wanted.isEmpty() || wanted.equals(text);
  }

  public static boolean enterpriseProject(Server server, String wanted) {
    return ALL_PROJECTS.equals(wanted) || equal(server.enterpriseProject(), wanted);
  }

  public static boolean status(Resource<Server> server, String wanted) {
    return wanted == null || wanted.isEmpty() || Words.of(server).listedUnder(wanted);
  }

  public static boolean tags(Server server, List<String> wanted) {
    return wanted.stream()
        .filter(tag -> !tag.isEmpty())
        .allMatch(tag -> Tags.match(server.labels(), tag));
  }

  public static boolean notTags(Server server, String unwanted) {
    return unwanted == null
        || Arrays.stream(unwanted.split(",")).noneMatch(tag -> Tags.match(server.labels(), tag));
  }

  /** How many come before the page that begins after this id; all if it is not there. */
  public static long after(List<Resource<Server>> found, String marker) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).id().equals(marker)) {
        return i + 1L;
      }
    }
    return found.size();
  }
}
