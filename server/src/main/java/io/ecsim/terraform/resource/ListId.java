package io.ecsim.terraform.resource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/** Ids for lists, which have none in the cloud. (provider-behaviour 1.5.) */
public final class ListId {
  private ListId() {}

  /** The checksum of these texts, in decimal; 0 for none. */
  public static String of(List<String> texts) {
    var crc = new CRC32();
    texts.forEach(text -> crc.update((text + "-").getBytes(StandardCharsets.UTF_8)));
    return Long.toString(crc.getValue());
  }

  /**
   * A UUID that follows from what was found. The vendor's provider makes a new one at every read;
   * this way nothing changes where nothing has changed.
   */
  public static String uuid(Object found) {
    return UUID.nameUUIDFromBytes(found.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
