package io.ecsim.http.message;

import java.util.ArrayList;
import java.util.List;

/** The path of a request as its segments, each percent-decoded once. */
public final class Address {
  private Address() {}

  /**
   * Cuts a raw path. Slashes at its beginning and end do not count; {@code %2F} does not cut.
   *
   * @throws BadRequest if a percent sequence is broken or no UTF-8
   */
  public static List<String> segments(String rawPath) {
    int begin = 0;
    int end = rawPath.length();
    while (begin < end && rawPath.charAt(begin) == '/') {
      begin++;
    }
    while (end > begin && rawPath.charAt(end - 1) == '/') {
      end--;
    }
    var segments = new ArrayList<String>(8);
    while (begin < end) {
      int slash = rawPath.indexOf('/', begin);
      int stop = slash < 0 || slash > end ? end : slash;
      segments.add(PercentCode.decode(rawPath.substring(begin, stop), false));
      begin = stop + 1;
    }
    return segments;
  }
}
