package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Token;
import io.ecsim.sim.Tx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code X-Client-Token}: the same request twice is carried out once ({@code evs-schemas.md} 2.1).
 */
final class ClientToken {
  private static final long WINDOW = TimeUnit.HOURS.toMillis(8);

  /** A token is known in all projects: its use in another one is refused. */
  private static final String SPACE = "evs";

  private ClientToken() {}

  /**
   * What the request leads to, or has led to when it came for the first time.
   *
   * @param token the header, or null
   * @param request all that makes the request what it is: project, address, body
   */
  static Creation.Made once(Tx tx, String token, String request, Supplier<Creation.Made> carryOut) {
    if (token == null) {
      return carryOut.get();
    }
    if (!Texts.isUuid(token)) {
      throw new ApiError("EVS.2218", "X-Client-Token %s is not a UUID.".formatted(token));
    }
    String fingerprint = Ids.hex(request);
    Token before = tx.token(SPACE, token);
    if (before == null) {
      Creation.Made made = carryOut.get();
      tx.remember(SPACE, token, new Token(fingerprint, made.job(), made.disks(), tx.now()));
      return made;
    }
    if (!before.fingerprint().equals(fingerprint)) {
      throw new ApiError(
          "EVS.2219", "X-Client-Token %s came with another request before.".formatted(token));
    }
    if (tx.now() - before.at() > WINDOW) {
      throw new ApiError("EVS.2220", "X-Client-Token %s is older than 8 hours.".formatted(token));
    }
    return new Creation.Made(before.job(), before.made());
  }
}
