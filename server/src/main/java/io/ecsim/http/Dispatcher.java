package io.ecsim.http;

import io.ecsim.api.ErrorForm;
import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.overlay.Overlay;
import io.ecsim.http.route.Candidate;
import io.ecsim.http.route.Directory;
import io.ecsim.http.route.Hosts;
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
  private final Overlay overlay;
  private final Map<String, Page> pages = new HashMap<>();
  private final FrontPage frontPage;

  Dispatcher(GatewayOptions options, Services services, OperationRunner runner, Overlay overlay) {
    this.worlds = services.worlds();
    this.directory = new Directory(services.operations());
    this.callers = new Callers(services.tokens(), services.usualProject());
    this.choice = new Choice(services.owners());
    this.runner = runner;
    this.overlay = overlay;
    this.frontPage = new FrontPage(options.version());
    services.pages().forEach(page -> pages.put(page.path(), page));
  }

  /** What becomes of a request. */
  Outcome answer(Inbound request) {
    ErrorForm form = ErrorForm.GATEWAY;
    try {
      request.body(); // whoever answers, the client has been listened to
      Page page = pages.get(request.rawPath());
      if (page != null && page.suits(request.header("Accept"))) {
        return Answer.of(200, page.type(), page.bytes().get());
      }
      if (Overlay.isAdmin(request.rawPath())) {
        return overlay.admin(request);
      }
      Lookup lookup = lookUp(request);
      if (lookup.isRoot() && isRead(request)) {
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
    Candidate candidate = choice.of(lookup, world, request);
    String operation = candidate == null ? null : candidate.operation().id();
    Outcome stubbed = overlay.stubbed(request);
    if (stubbed != null) {
      note(lookup, world, request, operation, stubbed);
      return stubbed;
    }
    if (candidate != null && candidate.operation().modelled()) {
      Map<String, String> parameters = candidate.parameters(lookup.segments());
      return runner.run(
          new Errand(
              request,
              candidate.operation(),
              parameters,
              world,
              callers.project(parameters.get(PROJECT), caller),
              caller,
              lookup.prefix()));
    }
    Outcome refused = refused(request, lookup, candidate);
    note(lookup, world, request, operation, refused);
    return refused;
  }

  private static Outcome refused(Inbound request, Lookup lookup, Candidate candidate) {
    if (candidate != null) {
      return Choice.notModelled(candidate.operation(), request.id());
    }
    return lookup.isForeign()
        ? Choice.foreign(request, lookup.service())
        : Wording.of(form(lookup), 404, null, Choice.unknown(request, lookup), request.id());
  }

  /** A proxy is asked for one host; to reach the double itself nobody needs a proxy. */
  private Lookup lookUp(Inbound request) {
    String proxied = request.proxiedHost();
    if (proxied == null || Hosts.isLocal(proxied)) {
      return directory.find(request.method(), request.host(), request.segments());
    }
    return directory.standsFor(proxied)
        ? directory.find(request.method(), proxied, request.segments())
        : Directory.foreign(proxied, request.segments());
  }

  /** Whether a tunnel to this host ends here; what is asked for inside may still be refused. */
  boolean opensTunnelTo(String host) {
    return Hosts.isLocal(host) || Hosts.isOfCloud(host) || directory.standsFor(host);
  }

  private static void note(
      Lookup lookup, World world, Inbound request, String operation, Outcome outcome) {
    if (!lookup.isControl()) {
      Log.note(world, request, null, operation, outcome, null);
    }
  }

  private static boolean isRead(Inbound request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
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
