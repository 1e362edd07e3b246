package io.ecsim.terraform.value;

import java.math.BigDecimal;

/** Numbers in the one form in which they are equal when their values are. */
public final class Numbers {
  private Numbers() {}

  /** The number that this text writes. */
  public static BigDecimal of(String text) {
    return of(new BigDecimal(text));
  }

  /** This number. */
  public static BigDecimal of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  /** The same number, in the one form. */
  public static BigDecimal of(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Whether it is whole and fits into 64 bits. */
  static boolean isLong(BigDecimal number) {
    return number.scale() <= 0 && number.precision() - number.scale() <= 19 && fits(number);
  }

  private static boolean fits(BigDecimal number) {
    return number.toBigInteger().bitLength() < Long.SIZE;
  }
}
