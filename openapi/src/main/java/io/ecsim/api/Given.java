package io.ecsim.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.function.Function;

/**
 * A member where absent, {@code null} and a value are three things: of an update request, or of an
 * answer that has it in some versions only. The contract marks such members with {@code x-given:
 * true}.
 *
 * @param present whether the member was there at all
 * @param value its value; null if it was {@code null} or absent
 */
@JsonDeserialize(using = GivenDeserializer.class)
@JsonSerialize(using = GivenSerializer.class)
public record Given<T>(boolean present, T value) {
  private static final Given<?> ABSENT = new Given<>(false, null);
  private static final Given<?> NULL = new Given<>(true, null);

  /** The member was not in the request. */
  @SuppressWarnings("unchecked")
  public static <T> Given<T> absent() {
    return (Given<T>) ABSENT;
  }

  /** The member was there; {@code value} may be null. */
  @SuppressWarnings("unchecked")
  public static <T> Given<T> of(T value) {
    return value == null ? (Given<T>) NULL : new Given<>(true, value);
  }

  /**
   * The new value of a field: the given one, else what it was. A given null becomes {@code empty}.
   */
  public T orElse(T was, T empty) {
    return !present ? was : value == null ? empty : value;
  }

  /** The same presence, another value. */
  public <R> Given<R> map(Function<? super T, ? extends R> change) {
    return !present ? absent() : of(value == null ? null : change.apply(value));
  }
}
