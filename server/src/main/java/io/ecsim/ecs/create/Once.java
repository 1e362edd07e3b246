package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersResponse;
import io.ecsim.ecs.order.Purchases;
import io.ecsim.sim.Token;
import io.ecsim.sim.Tx;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Requests that take effect once, however often they come: {@code X-Client-Token}, {@code
 * ecs-lifecycle.md} b.1.
 */
public final class Once {
  private static final long VALID = Duration.ofHours(8).toMillis();
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** A job's id; what a token led to is else the id of an order. */
  private static final Pattern JOB = Pattern.compile("[0-9a-f]{32}");

  private Once() {}

  /**
   * Makes the servers, unless the token has made them already: then the answer is the same again.
   *
   * @param token the token, or null for a request that may be repeated
   * @param fingerprint what tells this request from others
   * @throws ApiError {@code Ecs.0122}, {@code Ecs.0123} or {@code Ecs.0124}
   */
  static CreateServersResponse only(
      Tx tx,
      String project,
      String token,
      String fingerprint,
      Supplier<CreateServersResponse> make) {
    if (token == null || token.isEmpty()) {
      return make.get();
    }
    if (!UUID.matcher(token).matches()) {
      throw new ApiError(
          "Ecs.0123", "X-Client-Token '%s' is not a lower-case UUID.".formatted(token));
    }
    Token known = tx.token(project, token);
    if (known == null) {
      CreateServersResponse made = make.get();
      String led = made.orderId() == null ? made.jobId() : made.orderId();
      tx.remember(project, token, new Token(fingerprint, led, made.serverIds(), tx.now()));
      return made;
    }
    if (tx.now() - known.at() > VALID) {
      throw new ApiError("Ecs.0124", "X-Client-Token %s has expired.".formatted(token));
    }
    if (!known.fingerprint().equals(fingerprint)) {
      throw new ApiError(
          "Ecs.0122", "X-Client-Token %s came with another request before.".formatted(token));
    }
    boolean ordered = !JOB.matcher(known.job()).matches();
    return ordered
        ? new CreateServersResponse(Purchases.job(known.job()), known.job(), known.made())
        : new CreateServersResponse(known.job(), null, known.made());
  }
}
