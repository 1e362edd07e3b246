package io.ecsim.terraform.schema;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a configuration against its table. What is not known yet passes. */
public final class Inspection {
  private final Values root;
  private final List<Problem> problems = new ArrayList<>();

  private Inspection(Values root) {
    this.root = root;
  }

  /** What is wrong with this configuration; types have been checked by Terraform. */
  public static List<Problem> of(Schema schema, Values config) {
    var inspection = new Inspection(config);
    inspection.block(Path.ROOT, schema.members(), config);
    return inspection.problems;
  }

  private void block(Path path, List<Member> members, Values values) {
    for (Member member : members) {
      Path here = path.name(member.name());
      Object value = values.get(member.name());
      if (member instanceof Attribute attribute) {
        attribute(here, attribute, value);
      } else if (member.name().equals(Schema.TIMEOUTS)) {
        Values.of(value).members().forEach((name, text) -> timeout(here.name(name), text));
      } else if (member instanceof NestedBlock block) {
        nested(here, block, value);
      }
    }
  }

  private void nested(Path path, NestedBlock block, Object value) {
    List<?> elements = Bag.elementsOf(value);
    for (int i = 0; i < elements.size(); i++) {
      block(path.index(i), block.members(), Values.of(elements.get(i)));
    }
  }

  private void timeout(Path path, Object text) {
    if (text instanceof String given) {
      try {
        GoDuration.parse(given);
      } catch (IllegalArgumentException e) {
        problems.add(Problem.error("Invalid timeout", e.getMessage()).at(path));
      }
    }
  }

  private void attribute(Path path, Attribute attribute, Object value) {
    for (Bond bond : attribute.bonds()) {
      bond(path, bond, value);
    }
    if (value == null || Unknown.in(value)) {
      return;
    }
    for (Check check : attribute.checks()) {
      List<?> values = value instanceof Bag bag ? bag.elements() : List.of(value);
      for (Object one : value instanceof List<?> list ? list : values) {
        String wrong = check.wrong(path.toString(), one);
        if (wrong != null) {
          problems.add(Problem.error(wrong, "").at(path));
        }
      }
    }
    if (attribute.is(Attribute.Flag.DEPRECATED)) {
      problems.add(
          Problem.warning("Argument is deprecated", path + " has no effect any more.").at(path));
    }
  }

  /** What is not known yet may turn out to be nothing: it neither excludes nor is missing. */
  private void bond(Path path, Bond bond, Object value) {
    boolean here = value != null;
    boolean known = here && !Unknown.in(value);
    Set<String> all = new TreeSet<>(bond.others());
    all.remove(path.toString());
    List<String> set = all.stream().filter(other -> at(other) != null).toList();
    List<String> sure = set.stream().filter(other -> at(other) != Unknown.UNKNOWN).toList();
    Set<String> group = new TreeSet<>(all);
    group.add(path.toString());
    String names = String.join(",", group);
    switch (bond.kind()) {
      case CONFLICTS -> {
        if (known && !sure.isEmpty()) {
          say(path, "Conflicting configuration arguments", "conflicts with " + sure.get(0));
        }
      }
      case REQUIRES -> {
        if (here && set.size() < all.size()) {
          say(path, "Missing required argument", "all of `" + names + "` must be specified");
        }
      }
      case EXACTLY_ONE -> {
        if (!here && set.isEmpty()) {
          say(path, "Invalid combination of arguments", "one of `" + names + "` must be specified");
        } else if (sure.size() + (known ? 1 : 0) > 1) {
          List<String> several = new ArrayList<>(sure);
          if (known) {
            several.add(0, path.toString());
          }
          say(
              path,
              "Invalid combination of arguments",
              "only one of `"
                  + names
                  + "` can be specified, but `"
                  + String.join(",", several)
                  + "` were specified.");
        }
      }
      case AT_LEAST_ONE -> {
        if (!here && set.isEmpty()) {
          say(path, "Missing required argument", "one of `" + names + "` must be specified");
        }
      }
    }
  }

  private void say(Path path, String summary, String detail) {
    problems.add(Problem.error(summary, "\"" + path + "\": " + detail).at(path));
  }

  /** The value of a path such as {@code bandwidth.0.size}; null if it has none. */
  private Object at(String path) {
    Object value = root.members();
    for (String step : path.split("\\.", -1)) {
      if (value == Unknown.UNKNOWN) {
        return value;
      }
      if (value instanceof List<?> list) {
        int index = Integer.parseInt(step);
        value = index < list.size() ? list.get(index) : null;
      } else {
        value = Values.of(value).get(step);
      }
    }
    return value instanceof List<?> list && list.isEmpty() ? null : value;
  }
}
