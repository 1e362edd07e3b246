package io.ecsim.terraform.schema;

import io.ecsim.terraform.value.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of a resource, a data source or the provider.
 *
 * @param members its rows
 * @param timeouts how long to wait by default, by operation: {@code create}, {@code update}, {@code
 *     delete}; without any there is no {@code timeouts} block
 */
public record Schema(List<Member> members, Map<String, Duration> timeouts) {
  /** The block that says how long to wait. */
  public static final String TIMEOUTS = "timeouts";

  /** A table of these rows. */
  public static Schema of(Member... members) {
    return new Schema(List.of(members), Map.of());
  }

  /** With a {@code timeouts} block that accepts this operation: {@code ("create", "10m")}. */
  public Schema timeout(String operation, String usual) {
    Map<String, Duration> more = new LinkedHashMap<>(timeouts);
    more.put(operation, GoDuration.parse(usual));
    List<Member> rows =
        new ArrayList<>(members.stream().filter(m -> !m.name().equals(TIMEOUTS)).toList());
    rows.add(
        NestedBlock.single(
            TIMEOUTS,
            more.keySet().stream()
                .map(name -> (Member) Attribute.optional(name, Type.STRING))
                .toList()));
    return new Schema(List.copyOf(rows), Map.copyOf(more));
  }

  /** What an object of this table is. */
  public Type.ObjectOf type() {
    return typeOf(members);
  }

  /** The rows that are attributes. */
  public Stream<Attribute> attributes() {
    return members.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast);
  }

  static Type.ObjectOf typeOf(List<Member> members) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (Member member : members) {
      if (types.put(member.name(), member.type()) != null) {
        throw new IllegalStateException("two rows are named " + member.name());
      }
    }
    return new Type.ObjectOf(types);
  }
}
