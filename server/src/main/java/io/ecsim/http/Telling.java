package io.ecsim.http;

import io.ecsim.api.ApiError;
import io.ecsim.api.ErrorCodes;
import io.ecsim.api.Operation;
import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Breakage;
import io.ecsim.http.message.Outcome;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Struck;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client, in its operation's own form, why it does not get what it asked for. */
final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final String FAULT = "X-Ecsim-Fault";

  /** What services say when they themselves are at a loss; others leave it to the gateway. */
  private static final Map<String, String> AT_A_LOSS = Map.of("ecs", "Ecs.0615", "evs", "EVS.2002");

  private final Errand errand;

  Telling(Errand errand) {
    this.errand = errand;
  }

  /** A request that a service refuses. */
  Answer error(ApiError error) {
    return Wording.of(
        errand.operation().errorForm(),
        status(error.status(), error.code()),
        error.code(),
        error.getMessage(),
        error.hint(),
        error.beside(),
        errand.request().id());
  }

  /** A request that the lifecycle, or a fault laid on it, refuses. */
  Outcome refusal(Refusal refusal) {
    return refusal.struck() == null
        ? word(status(0, refusal.code()), refusal.code(), refusal.getMessage())
        : struck(refusal.struck());
  }

  /** A request that a fault rule refuses, or does not answer. */
  Outcome struck(Struck rule) {
    if (!(rule.effect() instanceof Effect.Refuse refuse)) {
      return Breakage.CLOSE;
    }
    String message = "Refused by the fault rule %s.".formatted(rule.name());
    return word(status(refuse.status(), refuse.code()), refuse.code(), message)
        .with(FAULT, printable(rule.name()));
  }

  /** A request that is broken. */
  Answer badRequest(BadRequest error) {
    String code = error.status() == 400 ? errand.operation().invalid() : null;
    return word(error.status(), code, error.getMessage());
  }

  /** A mistake of ours. The client hears that there was one, the log hears which. */
  Answer unexpected(Throwable error) {
    Operation operation = errand.operation();
    LOG.error("request {}, {} failed", errand.request().id(), operation.id(), error);
    return word(
        500,
        AT_A_LOSS.get(operation.service()),
        "An internal error occurred; the log has it under %s.".formatted(errand.request().id()));
  }

  private Answer word(int status, String code, String message) {
    return Wording.of(errand.operation().errorForm(), status, code, message, errand.request().id());
  }

  private static int status(int given, String code) {
    if (given > 0) {
      return given;
    }
    return code == null ? 400 : ErrorCodes.status(code);
  }

  /** Headers hold no line breaks, and beyond ASCII no clear text. */
  private static String printable(String name) {
    return name.replaceAll("[^ -~]", "?");
  }
}
