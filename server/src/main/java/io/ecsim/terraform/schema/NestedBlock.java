package io.ecsim.terraform.schema;

import io.ecsim.terraform.schema.Attribute.Flag;
import io.ecsim.terraform.value.Type;
import java.util.List;
import java.util.Set;

/**
 * A block inside another: a row of the table with rows of its own.
 *
 * @param name its name in a configuration
 * @param nesting how often it may occur
 * @param least how many there must be
 * @param most how many there may be; 0 is no limit
 * @param flags what else holds of it: that one more or one less needs a new object, or is refused
 * @param members what may be in it
 */
public record NestedBlock(
    String name, Nesting nesting, int least, int most, Set<Flag> flags, List<Member> members)
    implements Member {

  /** How often a block may occur. */
  public enum Nesting {
    /** Once or not at all. */
    SINGLE,
    /** Many times, in order. */
    LIST,
    /** Many times; order means nothing. */
    SET
  }

  /** A block that may occur from least to most times; a most of 0 is no limit. */
  public static NestedBlock blocks(String name, int least, int most, Member... members) {
    return new NestedBlock(name, Nesting.LIST, least, most, Set.of(), List.of(members));
  }

  /** As {@link #blocks}, but their order means nothing. */
  public static NestedBlock unordered(String name, int least, int most, Member... members) {
    return new NestedBlock(name, Nesting.SET, least, most, Set.of(), List.of(members));
  }

  /** A block that may occur once, and is addressed without index. */
  static NestedBlock single(String name, List<Member> members) {
    return new NestedBlock(name, Nesting.SINGLE, 0, 0, Set.of(), members);
  }

  /** One more or one less needs a new object; of a set, any other element does. */
  public NestedBlock replacing() {
    return new NestedBlock(name, nesting, least, most, Set.of(Flag.FORCE_NEW), members);
  }

  /**
   * One more or one less, of a set any other element, is refused, or needs a new object if the
   * configuration says so.
   */
  public NestedBlock fixed() {
    return new NestedBlock(name, nesting, least, most, Set.of(Flag.FIXED), members);
  }

  /** What one occurrence is. */
  public Type.ObjectOf element() {
    return Schema.typeOf(members);
  }

  @Override
  public Type type() {
    return switch (nesting) {
      case SINGLE -> element();
      case LIST -> Type.list(element());
      case SET -> Type.set(element());
    };
  }
}
