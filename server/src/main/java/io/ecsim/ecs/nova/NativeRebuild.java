package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaRebuild;
import io.ecsim.api.ecs.NovaServerActionResponse;
import io.ecsim.ecs.change.Systems;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.Map;

/** Another system disk for a server, natively: {@code ecs-lifecycle.md} b.8. */
record NativeRebuild(ServerTable table, NativeWords words, Systems systems, NativeView view) {
  private static final int ACCEPTED = 202;

  /** Begins it; the answer shows the server as it is then. */
  Reply<NovaServerActionResponse> begin(Call call, String id, NovaRebuild asked) {
    if (asked.imageRef() == null) {
      throw NativeWords.badRequest("Invalid input for field/attribute imageRef. Value: None.");
    }
    if (asked.name() != null && asked.name().isBlank()) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute name. Value: '%s'.".formatted(asked.name()));
    }
    check(asked);
    words.change(
        call,
        "rebuild",
        tx -> {
          Ref ref = tx.state().require(table.servers, call.project(), id).ref();
          var wish =
              new Systems.Wish(
                  asked.imageRef(),
                  asked.keyName(),
                  asked.adminPass() != null,
                  asked.userData(),
                  Map.of(),
                  false);
          Prompt.over(tx.begin(systems.rebuilt(tx, ref, wish)));
          return named(tx, ref, asked);
        });
    return Reply.of(
        ACCEPTED,
        new NovaServerActionResponse(null, null, view.updated(call, words.server(call, id))));
  }

  private static void check(NovaRebuild asked) {
    if (asked.metadata() != null) {
      asked.metadata().keySet().forEach(NativeMetadata::checkKey);
    }
  }

  private Object named(Tx tx, Ref ref, NovaRebuild asked) {
    return tx.change(
        table.servers,
        ref,
        (Server server) ->
            server.with(
                draft -> {
                  draft.name = asked.name() == null ? server.name() : asked.name();
                  draft.metadata = asked.metadata() == null ? server.metadata() : asked.metadata();
                }));
  }
}
