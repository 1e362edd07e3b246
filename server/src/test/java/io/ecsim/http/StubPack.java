package io.ecsim.http;

import io.ecsim.api.Call;
import io.ecsim.api.Input;
import io.ecsim.api.Operation;
import io.ecsim.api.Route;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Tokens;
import io.ecsim.testing.Ecsim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service of which each test says what it answers. */
final class StubPack implements Pack, Tokens {
  private final String service;
  private final List<Exhibit<?>> exhibits = new ArrayList<>();
  private final Map<String, Route.Handler> handlers = new HashMap<>();
  private final Map<String, Bearer> bearers = new HashMap<>();

  private Any any = (operation, call, input) -> Map.of();

  StubPack(String service) {
    this.service = service;
  }

  /** From now on the operation answers so. */
  StubPack on(String operation, Route.Handler handler) {
    handlers.put(operation, handler);
    return this;
  }

  /** What answers an operation that nothing else was said about. */
  interface Any {
    Object handle(Operation operation, Call call, Input input);
  }

  /** From now on every other operation answers so. */
  void onAny(Any answer) {
    any = answer;
  }

  /** From now on the token stands for this bearer. */
  void knows(String token, Bearer bearer) {
    bearers.put(token, bearer);
  }

  StubPack exhibiting(Exhibit<?> exhibit) {
    exhibits.add(exhibit);
    return this;
  }

  @Override
  public String service() {
    return service;
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return exhibits;
  }

  @Override
  public List<Route> routes() {
    return Ecsim.operations().stream()
        .filter(o -> o.modelled() && o.service().equals(service))
        .map(o -> new Route(o, (call, input) -> handler(o).handle(call, input)))
        .toList();
  }

  private Route.Handler handler(Operation operation) {
    return handlers.getOrDefault(
        operation.id(), (call, input) -> any.handle(operation, call, input));
  }

  @Override
  public Bearer find(String token) {
    return bearers.get(token);
  }
}
