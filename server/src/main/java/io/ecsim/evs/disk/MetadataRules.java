package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the metadata of disks, snapshots and backups may be: {@code evs-schemas.md} 1.4. */
public final class MetadataRules {
  /** Says that the disk is encrypted. */
  public static final String ENCRYPTED = "__system__encrypted";

  /** The key that it is encrypted with. */
  public static final String KEY = "__system__cmkid";

  private static final String FULL_CLONE = "full_clone";
  private static final int MOST = 1_048_576;

  private MetadataRules() {}

  /** Refuses metadata that is too large or contradicts itself or the disk's source. */
  public static void check(Map<String, String> metadata, boolean fromImageOrSnapshot) {
    metadata.forEach(MetadataRules::bound);
    int size =
        metadata.entrySet().stream().mapToInt(e -> bytes(e.getKey()) + bytes(e.getValue())).sum();
    if (size >= MOST) {
      throw new ApiError(
          "EVS.1005", "metadata has %s bytes; less than %s are allowed.".formatted(size, MOST));
    }
    oneOf("EVS.1057", metadata, Volume.PASSTHROUGH, Set.of("true", "false"));
    oneOf("EVS.1063", metadata, FULL_CLONE, Set.of("0", "1"));
    oneOf("EVS.2041", metadata, ENCRYPTED, Set.of("0", "1"));
    if ("1".equals(metadata.get(ENCRYPTED)) && !metadata.containsKey(KEY)) {
      throw new ApiError("EVS.2041", "metadata has %s 1 but no %s.".formatted(ENCRYPTED, KEY));
    }
    if (fromImageOrSnapshot) {
      List.of(ENCRYPTED, KEY, Volume.PASSTHROUGH).stream()
          .filter(metadata::containsKey)
          .findFirst()
          .ifPresent(
              key -> {
                throw new ApiError(
                    "EVS.1043",
                    "metadata %s cannot go with imageRef or snapshot_id.".formatted(key));
              });
    }
  }

  private static void bound(String key, String value) {
    if (key.isEmpty() || value == null) {
      throw new ApiError(
          "EVS.1018", "metadata %s: neither key nor value may be missing.".formatted(key));
    }
    Texts.bound("EVS.1005", "The metadata key", key, Texts.MOST);
    Texts.bound("EVS.1005", "metadata " + key, value, Texts.MOST);
  }

  private static void oneOf(
      String code, Map<String, String> metadata, String key, Set<String> allowed) {
    String value = metadata.get(key);
    if (value != null && !allowed.contains(value)) {
      throw new ApiError(
          code,
          "metadata %s is %s; allowed are %s."
              .formatted(key, value, allowed.stream().sorted().toList()));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
