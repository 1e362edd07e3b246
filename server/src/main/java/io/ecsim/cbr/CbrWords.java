package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Refusal;
import java.util.Map;
import java.util.function.Supplier;

/** What this service calls what disks and backups refuse. A fault rule keeps its own words. */
final class CbrWords {
  private static final String MISSING = "EVS.5404";

  /** The nearest that the vendor's table of CBR has to a quota of backups that is used up. */
  private static final String FULL = "BackupService.6142";

  private static final Map<String, String> CODES =
      Map.of(
          "VolumeBackup.0012", "BackupService.7003",
          "VolumeBackup.0013", "BackupService.6125",
          "VolumeBackup.0080", FULL,
          "VolumeBackup.0081", FULL,
          "VolumeBackup.0089", "BackupService.2005",
          "VolumeBackup.0125", "BackupService.6201",
          "VolumeBackup.0205", "BackupService.2011",
          "VolumeBackup.0206", "BackupService.2002",
          "VolumeBackup.0209", "BackupService.2001");

  private CbrWords() {}

  /** Does what a client asks for, and speaks of what was refused in this service's codes. */
  static <T> T in(Call call, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.struck() != null || refusal.ref() == null || refusal.code() == null) {
        throw refusal;
      }
      call.glance().refused(refusal);
      throw new ApiError(code(refusal.code(), refusal.ref().type()), refusal.getMessage());
    }
  }

  /** A problem with a disk or a quota, in this service's code. */
  static Problem of(Problem problem) {
    return new Problem(code(problem.code(), "volume"), problem.message());
  }

  private static String code(String code, String type) {
    if (MISSING.equals(code)) {
      return type.equals("backup") ? "BackupService.6200" : "BackupService.6302";
    }
    return CODES.getOrDefault(code, code);
  }
}
