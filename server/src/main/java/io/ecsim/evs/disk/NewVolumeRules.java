package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import java.util.Set;

/** What can be said against a request for disks without looking at the world. */
record NewVolumeRules(TagRules tagRules) {
  private static final int MOST = 100;
  private static final int NUMBERED = 250;
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  /** Refuses what can never be: {@code evs-schemas.md} 2.1. */
  void check(NewVolume wanted) {
    if (wanted.sources() > 1) {
      throw new ApiError(
          "EVS.1016",
          "imageRef %s, snapshot_id %s, backup_id %s: only one may be given."
              .formatted(wanted.image(), wanted.snapshot(), wanted.backup()));
    }
    if (wanted.count() < 1 || wanted.count() > MOST) {
      throw new ApiError("EVS.1021", "count %s is not in 1-%s.".formatted(wanted.count(), MOST));
    }
    if (wanted.backup() != null && wanted.count() > 1) {
      throw new ApiError(
          "EVS.1051", "count %s with a backup_id: only 1 is allowed.".formatted(wanted.count()));
    }
    if (wanted.shareable() != null && !BOOLEANS.contains(String.valueOf(wanted.shareable()))) {
      throw new ApiError(
          "EVS.1054", "shareable %s is neither true nor false.".formatted(wanted.shareable()));
    }
    EnterpriseProjects.check(wanted.enterpriseProject());
    texts(wanted);
    if (wanted.metadata().containsKey(Volume.ORDER)) {
      throw new ApiError(
          403,
          "EVS.5403",
          "The metadata %s is given by whoever sells the disk.".formatted(Volume.ORDER));
    }
    MetadataRules.check(wanted.metadata(), wanted.image() != null || wanted.snapshot() != null);
    tagRules.check(wanted.tags());
  }

  private static void texts(NewVolume wanted) {
    Texts.bound("EVS.1003", "name", wanted.name(), wanted.count() > 1 ? NUMBERED : Texts.MOST);
    Texts.bound("EVS.1004", "description", wanted.description(), Texts.MOST);
  }
}
