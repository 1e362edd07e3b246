package io.ecsim.cbr;

/** Which stretch of a list is wanted; the contract bounds both numbers. */
final class Page {
  private static final int MOST = 1000;

  private Page() {}

  static int offset(Integer wanted) {
    return wanted == null ? 0 : wanted;
  }

  static int limit(Integer wanted) {
    return wanted == null ? MOST : wanted;
  }
}
