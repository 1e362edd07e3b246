package io.ecsim.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The vendors' error codes with their documented HTTP status. The table is read on first use. */
public final class ErrorCodes {
  private ErrorCodes() {}

  private record Code(int status, String meaning) {}

  /** Holds the table, so that it is read when somebody asks and not before. */
  private static final class Table {
    private static final Map<String, Code> CODES = read();

    private static Map<String, Code> read() {
      var codes = new LinkedHashMap<String, Code>();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(
                  ErrorCodes.class.getResourceAsStream("errors.tsv"), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#")) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            codes.put(
                line.substring(0, first),
                new Code(
                    Integer.parseInt(line.substring(first + 1, second)),
                    line.substring(second + 1)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Collections.unmodifiableMap(codes);
    }
  }

  /** The documented HTTP status of a code; 400 for an unknown one. */
  public static int status(String code) {
    Code known = Table.CODES.get(code);
    return known == null ? 400 : known.status();
  }

  /** What a code means, in a few words, or null for an unknown one. */
  public static String meaning(String code) {
    Code known = Table.CODES.get(code);
    return known == null ? null : known.meaning();
  }

  /** Whether the table has the code. */
  public static boolean known(String code) {
    return Table.CODES.containsKey(code);
  }

  /** All codes, sorted. */
  public static Set<String> all() {
    return Table.CODES.keySet();
  }
}
