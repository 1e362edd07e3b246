package io.ecsim.terraform.schema;

import io.ecsim.terraform.value.Type;
import java.util.List;

/**
 * A block inside another: a row of the table with rows of its own.
 *
 * @param name its name in a configuration
 * @param nesting how often it may occur
 * @param least how many there must be
 * @param most how many there may be; 0 is no limit
 * @param forceNew whether one more or one less needs a new object
 * @param members what may be in it
 */
public record NestedBlock(
    String name, Nesting nesting, int least, int most, boolean forceNew, List<Member> members)
    implements Member {

  /** How often a block may occur. */
  public enum Nesting {
    /** Once or not at all. */
    SINGLE,
    /** Many times, in order. */
    LIST
  }

  /** A block that may occur from least to most times; a most of 0 is no limit. */
  public static NestedBlock blocks(String name, int least, int most, Member... members) {
    return new NestedBlock(name, Nesting.LIST, least, most, false, List.of(members));
  }

  /** A block that may occur once, and is addressed without index. */
  static NestedBlock single(String name, List<Member> members) {
    return new NestedBlock(name, Nesting.SINGLE, 0, 0, false, members);
  }

  /** One more or one less needs a new object. */
  public NestedBlock replacing() {
    return new NestedBlock(name, nesting, least, most, true, members);
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
    };
  }
}
