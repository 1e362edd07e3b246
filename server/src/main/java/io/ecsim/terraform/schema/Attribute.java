package io.ecsim.terraform.schema;

import io.ecsim.terraform.value.Conversion;
import io.ecsim.terraform.value.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One argument or attribute: a row of the table.
 *
 * @param name its name in a configuration
 * @param type what its value is
 * @param use who gives it its value
 * @param flags what else holds of it
 * @param usual its value where none is configured, or null
 * @param checks what must hold of a configured value
 * @param bonds what must hold of it and others
 */
public record Attribute(
    String name,
    Type type,
    Use use,
    Set<Flag> flags,
    Object usual,
    List<Check> checks,
    List<Bond> bonds)
    implements Member {
  /** Names the argument that lets what is fixed be replaced. */
  public static final String ENABLE_FORCE_NEW = "enable_force_new";

  /** What else may hold of an attribute. */
  public enum Flag {
    /** A change needs a new object. */
    FORCE_NEW,
    /** A change is refused, or needs a new object if the configuration says so. */
    FIXED,
    /** The cloud adds to it: what was never configured is no difference. */
    ADDED_TO,
    /** Output hides it. */
    SENSITIVE,
    /** Its use is advised against. */
    DEPRECATED,
    /** The cloud changes it with every update. */
    VOLATILE,
    /** What is configured does not matter once the object exists. */
    SETTLED,
    /** The provider's default tags are laid under it; what is not configured is taken away. */
    TAGS
  }

  /** The configuration must set it. */
  public static Attribute required(String name, Type type) {
    return of(name, type, Use.REQUIRED);
  }

  /** The configuration may set it; nobody else does. */
  public static Attribute optional(String name, Type type) {
    return of(name, type, Use.OPTIONAL);
  }

  /** The configuration may set it, else the cloud does. */
  public static Attribute optionalComputed(String name, Type type) {
    return of(name, type, Use.OPTIONAL_COMPUTED);
  }

  /** The cloud sets it. */
  public static Attribute computed(String name, Type type) {
    return of(name, type, Use.COMPUTED);
  }

  /** A resource's tags. */
  public static Attribute tags() {
    return optionalComputed("tags", Type.map(Type.STRING)).with(Flag.TAGS);
  }

  /** Says whether a change of what is fixed means a new object. */
  public static Attribute enableForceNew() {
    return optional(ENABLE_FORCE_NEW, Type.STRING).oneOf("true", "false");
  }

  private static Attribute of(String name, Type type, Use use) {
    return new Attribute(name, type, use, Set.of(), null, List.of(), List.of());
  }

  /** A change needs a new object. */
  public Attribute forceNew() {
    return with(Flag.FORCE_NEW);
  }

  /** A change is refused, or needs a new object if {@code enable_force_new} says so. */
  public Attribute fixed() {
    return with(Flag.FIXED);
  }

  /**
   * The cloud adds to this map. What was configured last is remembered by the attribute of the same
   * name that ends in {@code _origin}; keys that are neither there nor configured are the cloud's.
   */
  public Attribute addedTo() {
    return with(Flag.ADDED_TO);
  }

  /** Output hides it. */
  public Attribute sensitive() {
    return with(Flag.SENSITIVE);
  }

  /** Its use is advised against. */
  public Attribute deprecated() {
    return with(Flag.DEPRECATED);
  }

  /** The cloud changes it with every update. */
  public Attribute changesOnUpdate() {
    return with(Flag.VOLATILE);
  }

  /** What is configured does not matter once the object exists. */
  public Attribute settled() {
    return with(Flag.SETTLED);
  }

  /** Has this value where none is configured. Terraform wants such an attribute computed. */
  public Attribute byDefault(Object value) {
    return new Attribute(
        name, type, Use.OPTIONAL_COMPUTED, flags, Conversion.to(type, value), checks, bonds);
  }

  /** A configured value must pass this. */
  public Attribute check(Check check) {
    return new Attribute(name, type, use, flags, usual, plus(checks, check), bonds);
  }

  /** A configured value must be one of these. */
  public Attribute oneOf(Object... allowed) {
    return check(Check.oneOf(allowed));
  }

  /** None of these may be configured beside it. */
  public Attribute conflictsWith(String... others) {
    return bound(Bond.Kind.CONFLICTS, others);
  }

  /** All of these must be configured with it. */
  public Attribute requires(String... others) {
    return bound(Bond.Kind.REQUIRES, others);
  }

  /** Of it and these, exactly one must be configured. */
  public Attribute exactlyOneOf(String... others) {
    return bound(Bond.Kind.EXACTLY_ONE, others);
  }

  /** Of it and these, one or more must be configured. */
  public Attribute atLeastOneOf(String... others) {
    return bound(Bond.Kind.AT_LEAST_ONE, others);
  }

  /** Whether this flag is set. */
  public boolean is(Flag flag) {
    return flags.contains(flag);
  }

  private Attribute bound(Bond.Kind kind, String... others) {
    Bond bond = new Bond(kind, Arrays.asList(others));
    return new Attribute(name, type, use, flags, usual, checks, plus(bonds, bond));
  }

  private Attribute with(Flag flag) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Attribute(name, type, use, Set.copyOf(more), usual, checks, bonds);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> longer = new ArrayList<>(list);
    longer.add(one);
    return List.copyOf(longer);
  }
}
