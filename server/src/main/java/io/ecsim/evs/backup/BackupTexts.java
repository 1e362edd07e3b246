package io.ecsim.evs.backup;

import io.ecsim.api.ApiError;
import java.util.Map;
import java.util.regex.Pattern;

/** What names, descriptions and tags of backups may be: the Volume Backup Service's reference. */
public final class BackupTexts {
  private static final int MOST = 64;
  private static final int MOST_TAGS = 10;
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]*");
  private static final Pattern KEY = Pattern.compile("[^=*<>\\\\,|/\\p{Cntrl}]{1,36}");
  private static final Pattern VALUE = Pattern.compile("[^=*<>\\\\,|/\\p{Cntrl}]{0,43}");

  private BackupTexts() {}

  /**
   * Refuses a name that a backup may not have.
   *
   * @throws ApiError VolumeBackup.0003, 0004, 0005, 0007
   */
  public static void checkName(String name) {
    if (name == null || name.isEmpty()) {
      throw new ApiError("VolumeBackup.0007", "name is empty.");
    }
    if (name.length() > MOST) {
      throw new ApiError(
          "VolumeBackup.0003",
          "name has %s characters; %s are allowed: %s".formatted(name.length(), MOST, name));
    }
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          "VolumeBackup.0004",
          "name %s has other characters than 0-9 A-Z a-z _ -.".formatted(name));
    }
    if (name.startsWith("auto")) {
      throw new ApiError("VolumeBackup.0005", "name %s begins with auto.".formatted(name));
    }
  }

  /**
   * Refuses a description that a backup may not have.
   *
   * @throws ApiError VolumeBackup.0006
   */
  public static void checkDescription(String text) {
    if (text != null
        && (text.length() > MOST || text.indexOf('<') >= 0 || text.indexOf('>') >= 0)) {
      throw new ApiError(
          "VolumeBackup.0006",
          "description has more than %s characters, or < or >: %s".formatted(MOST, text));
    }
  }

  /**
   * Refuses tags that a backup may not have.
   *
   * @throws ApiError VolumeBackup.0049, 0050
   */
  public static void checkTags(Map<String, String> tags) {
    if (tags.size() > MOST_TAGS) {
      throw new ApiError(
          "VolumeBackup.0050", "%s tags; %s are allowed.".formatted(tags.size(), MOST_TAGS));
    }
    tags.forEach(
        (key, value) -> {
          if (!KEY.matcher(key).matches() || !VALUE.matcher(value).matches()) {
            throw new ApiError(
                "VolumeBackup.0049", "The tag %s = %s is malformed.".formatted(key, value));
          }
        });
  }
}
