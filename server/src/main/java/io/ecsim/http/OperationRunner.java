package io.ecsim.http;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Operation;
import io.ecsim.api.Route;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Breakage;
import io.ecsim.http.message.Outcome;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Struck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs one operation: validation, faults before, the service's handler, faults after, the reply.
 */
final class OperationRunner {
  private final Map<Operation, Route.Handler> handlers = new HashMap<>();
  private final AnswerCheck check;

  /**
   * A runner of these routes.
   *
   * @param check what answers are held against
   */
  OperationRunner(List<Route> routes, AnswerCheck check) {
    routes.forEach(route -> handlers.put(route.operation(), route.handler()));
    this.check = check;
  }

  Outcome run(Errand errand) {
    Call call = errand.call();
    var telling = new Telling(errand);
    Struck struck = null;
    Outcome outcome;
    try {
      if (!errand.isControl()) {
        errand.world().open(errand.project());
      }
      ValidInput input = Inspection.of(errand);
      struck = RequestFaults.strike(errand);
      outcome = struck == null ? handle(errand, call, input) : struck(errand, call, input, struck);
      if (Looks.isLook(errand.operation())) {
        call.glance().done();
      }
    } catch (Refusal e) {
      call.glance().refused(e);
      call.glance().done();
      struck = e.struck();
      outcome = telling.refusal(e);
    } catch (ApiError e) {
      call.glance().done();
      outcome = telling.error(e);
    } catch (BadRequest e) {
      outcome = telling.badRequest(e);
    } catch (RuntimeException | StackOverflowError e) {
      outcome = telling.unexpected(e);
    }
    note(errand, outcome, struck);
    return outcome;
  }

  private Answer handle(Errand errand, Call call, ValidInput input) {
    Route.Handler handler = handlers.get(errand.operation());
    if (handler == null) {
      throw new IllegalStateException("nothing answers " + errand.operation().id());
    }
    Object result = handler.handle(call, input);
    return Replies.answer(errand.operation(), result);
  }

  private Outcome struck(Errand errand, Call call, ValidInput input, Struck struck) {
    if (struck.effect() instanceof Effect.Refuse refuse) {
      return new Telling(errand).refused(refuse, struck.name());
    }
    if (struck.effect() instanceof Effect.Drop drop && drop.after()) {
      handle(errand, call, input);
    }
    return Breakage.CLOSE;
  }

  private void note(Errand errand, Outcome outcome, Struck struck) {
    Operation operation = errand.operation();
    int status = 0;
    if (outcome instanceof Answer answer) {
      status = answer.status();
      check.test(operation, answer, errand.request().id());
    }
    if (errand.isControl()) {
      return;
    }
    var line =
        new Entry.Request(
            errand.world().now(),
            errand.request().id(),
            errand.request().method(),
            errand.request().rawPath(),
            errand.project(),
            operation.id(),
            status,
            struck == null ? null : struck.name());
    errand.world().journal().add(List.of(line));
  }
}
