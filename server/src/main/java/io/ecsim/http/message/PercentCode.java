package io.ecsim.http.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text. */
public final class PercentCode {
  private PercentCode() {}

  /**
   * Decodes a text once.
   *
   * @param plusIsSpace whether {@code +} stands for a space, as in a query
   * @throws BadRequest if a percent sequence is broken or no UTF-8
   */
  public static String decode(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        decoded.put((byte) (digit(raw, i + 1, text) << 4 | digit(raw, i + 2, text)));
        i += 2;
      } else {
        decoded.put(plusIsSpace && raw[i] == '+' ? (byte) ' ' : raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new BadRequest("%s is not percent-encoded UTF-8.".formatted(text));
    }
  }

  private static int digit(byte[] raw, int at, String text) {
    int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
    if (digit < 0) {
      throw new BadRequest("%s has a broken percent sequence.".formatted(text));
    }
    return digit;
  }
}
