package io.ecsim.http;

import io.ecsim.api.ErrorForm;
import io.ecsim.api.Operation;
import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.route.Candidate;
import io.ecsim.http.route.Directory;
import io.ecsim.http.route.Lookup;
import io.ecsim.http.who.Caller;
import io.ecsim.http.who.Callers;
import io.ecsim.sim.World;
import io.ecsim.sim.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request's way, up to the operation that answers it. */
final class Dispatcher {
  private static final String PROJECT = "project_id";

  private final Worlds worlds;
  private final Directory directory;
  private final Callers callers;
  private final Choice choice;
  private final OperationRunner runner;
  private final Map<String, Page> pages = new HashMap<>();
  private final FrontPage frontPage;

  Dispatcher(GatewayOptions options, Services services, OperationRunner runner) {
    this.worlds = services.worlds();
    this.directory = new Directory(services.operations());
    this.callers = new Callers(services.tokens(), services.usualProject());
    this.choice = new Choice(services.jobs());
    this.runner = runner;
    this.frontPage = new FrontPage(options.version());
    services.pages().forEach(page -> pages.put(page.path(), page));
  }

  /** What becomes of a request. */
  Outcome answer(Inbound request) {
    Page page = pages.get(request.rawPath());
    if (page != null) {
      return Answer.of(200, page.type(), page.bytes().get());
    }
    ErrorForm form = ErrorForm.GATEWAY;
    try {
      Lookup lookup = directory.find(request.method(), request.host(), request.segments());
      if (lookup.isRoot()) {
        return frontPage.answer(request);
      }
      form = form(lookup);
      return answer(request, lookup);
    } catch (BadRequest e) {
      return Wording.of(form, e.status(), null, e.getMessage(), request.id());
    }
  }

  private Outcome answer(Inbound request, Lookup lookup) {
    Caller caller = callers.identify(request, lookup.isControl());
    World world = worlds.get(caller.world());
    Candidate candidate = choice.of(lookup, world);
    if (candidate == null) {
      return Wording.of(form(lookup), 404, null, Choice.unknown(request, lookup), request.id());
    }
    Operation operation = candidate.operation();
    if (!operation.modelled()) {
      return Choice.notModelled(operation, request.id());
    }
    Map<String, String> parameters = candidate.parameters(lookup.segments());
    String project = callers.project(parameters.get(PROJECT), caller);
    return runner.run(
        new Errand(request, operation, parameters, world, project, caller, lookup.prefix()));
  }

  /** How to word what goes wrong before an operation is chosen. */
  private static ErrorForm form(Lookup lookup) {
    List<Candidate> candidates = lookup.candidates();
    if (lookup.isControl()) {
      return ErrorForm.CONTROL;
    }
    return candidates.isEmpty() ? ErrorForm.GATEWAY : candidates.get(0).operation().errorForm();
  }
}
