package io.ecsim.ecs.server;

import io.ecsim.pack.Problem;
import java.util.Map;

/** How ECS words what other services cannot give: {@code ecs-error-codes.csv}. */
public final class ForeignWords {
  /** What is wrong with a request, without a code of its own. */
  private static final String INVALID = "Ecs.0005";

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("VPC.0521", "Ecs.0013"),
          Map.entry("VPC.0603", "Ecs.0014"),
          Map.entry("VPC.0701", "Ecs.0010"),
          Map.entry("VPC.0703", "Ecs.0012"),
          Map.entry("VPC.0705", "Ecs.0039"),
          Map.entry("VPC.0707", "Ecs.0919"),
          Map.entry("VPC.2302", "Ecs.0038"),
          Map.entry("VPC.2500", "Ecs.0014"),
          Map.entry("VPC.2511", "Ecs.0106"),
          Map.entry("EVS.1020", "Ecs.0043"),
          Map.entry("EVS.1034", "Ecs.0021"),
          Map.entry("EVS.1042", "Ecs.0021"),
          Map.entry("EVS.2071", "Ecs.0015"),
          Map.entry("EVS.2072", "Ecs.0044"));

  private ForeignWords() {}

  /** How a job says a code: an own one as it is, another's as ECS words it, or null. */
  static String of(String code) {
    return code.startsWith("Ecs.") || code.startsWith("Common.") ? code : CODES.get(code);
  }

  /** The problem with the ECS code for it, {@code Ecs.0005} if there is none; null stays null. */
  public static Problem of(Problem problem) {
    return problem == null
        ? null
        : new Problem(CODES.getOrDefault(problem.code(), INVALID), problem.message());
  }
}
