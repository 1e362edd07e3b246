package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Words;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What native operations say where others name a code: {@code ecs-lifecycle.md} b, e. A fault rule
 * keeps its own words.
 *
 * @param table the servers
 */
record NativeWords(ServerTable table) {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final String LOCKED = "Ecs.0605";
  private static final Set<String> QUOTAS = Set.of("Ecs.0001", "Ecs.0013", "Ecs.0021", "Ecs.0022");
  private static final Set<String> STATES = Set.of("Ecs.0100", "Ecs.0105", "Ecs.0603", "Ecs.0030");
  private static final Set<String> MISSING = Set.of("Ecs.0017", "Ecs.0111");

  /** A request that is wrong. */
  static ApiError badRequest(String message) {
    return new ApiError(BAD_REQUEST, null, message);
  }

  /** A request for something that is not there. */
  static ApiError notFound(String message) {
    return new ApiError(NOT_FOUND, null, message);
  }

  /** A request that does not go with how things stand. */
  static ApiError conflict(String message) {
    return new ApiError(CONFLICT, null, message);
  }

  /** A request for more than there may be. */
  static ApiError forbidden(String message) {
    return new ApiError(FORBIDDEN, null, message);
  }

  /** The server with this id, looked at; 404 if it is not there. */
  Resource<Server> server(Call call, String id) {
    Resource<Server> found = call.glance().find(table.servers, call.project(), id);
    if (found == null) {
      throw unknown(id);
    }
    return found;
  }

  private static ApiError unknown(String id) {
    return notFound("Instance %s could not be found.".formatted(id));
  }

  /** Begins an edge of a server that nobody is shown a job of. */
  <A> void begin(Call call, String action, String id, Edge<Server, A> edge, A argument) {
    begin(call, action, id, (tx, server) -> Plan.of(edge, server.ref(), argument));
  }

  /** What is to be done on a server. */
  interface Doing {
    Plan on(Tx tx, Resource<Server> server);
  }

  /** Begins what is to be done on a server. */
  void begin(Call call, String action, String id, Doing doing) {
    in(
        call,
        action,
        () ->
            Prompt.begin(
                call, tx -> doing.on(tx, tx.state().require(table.servers, call.project(), id))));
  }

  /** Changes the world as a client asks, natively. */
  <T> T change(Call call, String action, Function<Tx, T> change) {
    return in(call, action, () -> call.transact(change));
  }

  /**
   * Does what a client asks for.
   *
   * @param action how the action is called: {@code delete}
   * @throws ApiError 404 for what is not there, 409 for what a server cannot just now, 403 for a
   *     quota, 400 for what else is refused
   */
  <T> T in(Call call, String action, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.struck() != null || refusal.ref() == null) {
        throw refusal;
      }
      call.glance().refused(refusal);
      throw refused(call, action, refusal);
    } catch (ApiError error) {
      throw refused(error);
    }
  }

  private ApiError refused(Call call, String action, Refusal refusal) {
    String id = refusal.ref().id();
    if (!refusal.ref().type().equals(table.servers.type())) {
      return badRequest(refusal.getMessage());
    }
    Resource<Server> server = call.glance().state().find(table.servers, call.project(), id);
    if (server == null) {
      return unknown(id);
    }
    if (LOCKED.equals(refusal.code())) {
      return conflict("Instance %s is locked".formatted(id));
    }
    if (MISSING.contains(refusal.code())) {
      return notFound(refusal.getMessage());
    }
    if (QUOTAS.contains(refusal.code())) {
      return forbidden(refusal.getMessage());
    }
    return STATES.contains(refusal.code())
        ? conflict(
            "Cannot '%s' instance %s while it is in %s"
                .formatted(action, id, state(Words.of(server))))
        : badRequest(refusal.getMessage());
  }

  private static String state(Words words) {
    return words.taskState() == null
        ? "vm_state " + words.vmState()
        : "task_state " + words.taskState();
  }

  private static ApiError refused(ApiError error) {
    if (error.status() != 0) {
      return error;
    }
    if (QUOTAS.contains(error.code())) {
      return new ApiError(FORBIDDEN, error.code(), error.getMessage());
    }
    return new ApiError(BAD_REQUEST, error.code(), error.getMessage());
  }
}
