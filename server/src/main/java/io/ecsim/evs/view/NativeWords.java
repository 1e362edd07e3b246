package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Tx;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What native operations say where others name a code: {@code evs-lifecycle.md} d. A fault rule
 * keeps its own words.
 */
public final class NativeWords {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int OVER_LIMIT = 413;

  private static final Set<String> QUOTAS =
      Set.of("EVS.1034", "EVS.1042", "EVS.5413", "VolumeBackup.0080", "VolumeBackup.0081");

  private NativeWords() {}

  /**
   * Does what a client asks for, natively.
   *
   * @throws ApiError 404 for what is not there, 413 for a quota, 400 for what else is refused
   */
  public static <T> T in(Call call, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.struck() != null || refusal.ref() == null) {
        throw refusal;
      }
      call.glance().refused(refusal);
      throw refused(refusal);
    } catch (ApiError error) {
      throw refused(error);
    }
  }

  /** Changes the world as a client asks, natively; throws as {@link #in} does. */
  public static void change(Call call, Consumer<Tx> change) {
    in(
        call,
        () ->
            call.transact(
                tx -> {
                  change.accept(tx);
                  return null;
                }));
  }

  private static ApiError refused(Refusal refusal) {
    Ref ref = refusal.ref();
    return VolumeTable.VOLUMES.missingCode().equals(refusal.code())
        ? unknown(ref.type(), ref.id())
        : new ApiError(
            BAD_REQUEST,
            refusal.code(),
            "Invalid %s: %s".formatted(ref.type(), refusal.getMessage()));
  }

  private static ApiError refused(ApiError error) {
    if (error.status() == 0 && QUOTAS.contains(error.code())) {
      return new ApiError(OVER_LIMIT, error.code(), error.getMessage());
    }
    return error.status() == 0
        ? new ApiError(BAD_REQUEST, error.code(), "Invalid input received: " + error.getMessage())
        : error;
  }

  /** The error for a thing of this type that is not there. */
  static ApiError unknown(String type, String id) {
    String kind = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    return new ApiError(NOT_FOUND, null, "%s %s could not be found.".formatted(kind, id));
  }
}
