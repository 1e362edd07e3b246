package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import java.util.regex.Pattern;

/** Enterprise projects, as far as EVS knows them: by their ids. */
public final class EnterpriseProjects {
  private static final Pattern ID = Pattern.compile("0|[0-9a-fA-F-]{32,36}");

  /** The id that means all of them where a list is filtered. */
  private static final String ALL = "all_granted_eps";

  private EnterpriseProjects() {}

  /** Refuses what can be no id: EVS.2059. */
  public static void check(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ApiError(
          "EVS.2059", "enterprise_project_id %s is neither 0 nor a UUID.".formatted(id));
    }
  }

  /** The id by which a list is to be filtered, or null for all. */
  public static String wanted(String id) {
    return ALL.equals(id) ? null : id;
  }
}
