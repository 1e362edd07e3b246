package io.ecsim.http;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Operation;
import io.ecsim.api.Route;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Outcome;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Struck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs one operation: validation, faults before, the service's handler, faults after, the reply.
 */
final class OperationRunner {
  /** By service, then by the operation's id. */
  private final Map<String, Map<String, Route.Handler>> handlers = new HashMap<>();

  private final AnswerCheck check;

  /**
   * A runner of these routes.
   *
   * @param check what answers are held against
   */
  OperationRunner(List<Route> routes, AnswerCheck check) {
    for (Route route : routes) {
      handlers
          .computeIfAbsent(route.operation().service(), service -> new HashMap<>())
          .put(route.operation().id(), route.handler());
    }
    this.check = check;
  }

  /** Runs it in the microversion that is asked for; every answer then says which it was. */
  Outcome run(Errand errand) {
    Negotiation agreed;
    try {
      agreed = Negotiation.of(errand.operation().microversions(), errand.request());
    } catch (BadRequest e) {
      Outcome refused = new Telling(errand).badRequest(e);
      note(errand, refused, null);
      return refused;
    }
    Outcome outcome = carryOut(errand, agreed == null ? 0 : agreed.minor());
    return agreed != null && outcome instanceof Answer answer
        ? agreed.tell(answer, errand.request().id())
        : outcome;
  }

  private Outcome carryOut(Errand errand, int microversion) {
    Call call = errand.call(microversion);
    var telling = new Telling(errand);
    String fault = null;
    Outcome outcome;
    try {
      outcome = attend(errand, call, telling);
      if (Looks.isLook(errand.operation())) {
        call.glance().done();
      }
    } catch (Refusal e) {
      call.glance().refused(e);
      call.glance().done();
      fault = e.struck() == null ? null : e.struck().name();
      outcome = telling.refusal(e);
    } catch (ApiError e) {
      call.glance().done();
      outcome = telling.error(e);
    } catch (BadRequest e) {
      outcome = telling.badRequest(e);
    } catch (RuntimeException | StackOverflowError e) {
      check.mistake(errand.operation(), errand.request().id(), e);
      outcome = telling.unexpected(e);
    }
    List<Struck> struck = call.glance().struck();
    note(errand, outcome, fault != null || struck.isEmpty() ? fault : struck.get(0).name());
    return outcome;
  }

  private Outcome attend(Errand errand, Call call, Telling telling) {
    if (!errand.isControl()) {
      errand.world().open(errand.project());
    }
    ValidInput input = Inspection.of(errand);
    call.glance().strike(RequestFaults.strike(errand, input));
    Struck before = RequestFaults.before(call.glance().struck());
    if (before != null) {
      return telling.struck(before);
    }
    Answer answer = handle(errand.operation(), call, input);
    Struck after = RequestFaults.after(call.glance().struck());
    return after == null ? answer : telling.struck(after);
  }

  private Answer handle(Operation operation, Call call, ValidInput input) {
    Route.Handler handler =
        handlers.getOrDefault(operation.service(), Map.of()).get(operation.id());
    if (handler == null) {
      throw new IllegalStateException("nothing answers " + operation.id());
    }
    return Replies.answer(operation, handler.handle(call, input));
  }

  private void note(Errand errand, Outcome outcome, String fault) {
    if (outcome instanceof Answer answer) {
      check.test(errand.operation(), answer, errand.request().id());
    }
    if (!errand.isControl()) {
      Log.note(
          errand.world(),
          errand.request(),
          errand.project(),
          errand.operation().id(),
          outcome,
          fault);
    }
  }
}
