package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaAssociateSecurityGroupRequest;
import io.ecsim.api.ecs.NovaChangePasswordServerRequest;
import io.ecsim.api.ecs.NovaConfirmResizeServerRequest;
import io.ecsim.api.ecs.NovaCreateImageRequest;
import io.ecsim.api.ecs.NovaDisassociateSecurityGroupRequest;
import io.ecsim.api.ecs.NovaForceDeleteServerRequest;
import io.ecsim.api.ecs.NovaLockServerRequest;
import io.ecsim.api.ecs.NovaRebootServerRequest;
import io.ecsim.api.ecs.NovaRebuildServerRequest;
import io.ecsim.api.ecs.NovaResetStateServerRequest;
import io.ecsim.api.ecs.NovaResizeServerRequest;
import io.ecsim.api.ecs.NovaRevertResizeServerRequest;
import io.ecsim.api.ecs.NovaServerActionRequest;
import io.ecsim.api.ecs.NovaServerActionResponse;
import io.ecsim.api.ecs.NovaServerActionsApi;
import io.ecsim.api.ecs.NovaShowServerConsoleOutputRequest;
import io.ecsim.api.ecs.NovaStartServerRequest;
import io.ecsim.api.ecs.NovaStopServerRequest;
import io.ecsim.api.ecs.NovaTriggerCrashDumpServerRequest;
import io.ecsim.api.ecs.NovaUnlockServerRequest;
import io.ecsim.ecs.change.Pictures;
import io.ecsim.ecs.change.Resizes;
import io.ecsim.ecs.change.Systems;
import io.ecsim.ecs.server.Deletion;
import io.ecsim.ecs.server.Doors;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import java.util.Locale;
import java.util.Map;

/** What can be done to one server natively: {@code ecs-lifecycle.md} b.2 to b.8, b.13, b.15. */
public final class NativeActionOperations implements NovaServerActionsApi {
  private static final String HARD = "HARD";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;

  private final ServerTable table;
  private final NativeWords words;
  private final Resizes resizes;
  private final NativeRebuild rebuild;
  private final NativeImages images;
  private final NativeGroups groups;

  public NativeActionOperations(
      Neighbours cloud, ServerTable table, Resizes resizes, Systems systems, Pictures pictures) {
    this.table = table;
    this.words = new NativeWords(table);
    this.resizes = resizes;
    this.rebuild = new NativeRebuild(table, words, systems, new NativeView(cloud));
    this.images = new NativeImages(words, pictures);
    this.groups = new NativeGroups(cloud.networks(), words);
  }

  @Override
  public Reply<NovaServerActionResponse> novaServerAction(
      Call call, String serverId, NovaServerActionRequest body) {
    words.server(call, serverId);
    if (body instanceof NovaRebuildServerRequest wanted) {
      return rebuild.begin(call, serverId, wanted.rebuild());
    }
    if (body instanceof NovaCreateImageRequest wanted) {
      return images.begin(call, serverId, wanted.createImage());
    }
    if (body instanceof NovaShowServerConsoleOutputRequest wanted) {
      String output = ConsoleLog.of(words.server(call, serverId), wanted.osGetConsoleOutput());
      return Reply.of(OK, new NovaServerActionResponse(output, null, null));
    }
    if (body instanceof NovaConfirmResizeServerRequest) {
      begin(call, "confirmResize", serverId, table.resizing.confirm);
      return Reply.of(NO_CONTENT, null);
    }
    act(call, serverId, body);
    return Reply.of(ACCEPTED, null);
  }

  private void act(Call call, String id, NovaServerActionRequest body) {
    if (body instanceof NovaStartServerRequest) {
      begin(call, "start", id, table.power.start);
    } else if (body instanceof NovaStopServerRequest stop) {
      begin(call, "stop", id, hard(stop) ? table.power.hardStop : table.power.stop);
    } else if (body instanceof NovaRebootServerRequest wanted) {
      boolean hard = HARD.equals(wanted.reboot().type().toUpperCase(Locale.ROOT));
      begin(call, "reboot", id, hard ? table.power.hardReboot : table.power.reboot);
    } else if (body instanceof NovaResizeServerRequest wanted) {
      words.begin(
          call, "resize", id, (tx, server) -> resizes.tried(server, wanted.resize().flavorRef()));
    } else if (body instanceof NovaRevertResizeServerRequest) {
      begin(call, "revertResize", id, table.resizing.revert);
    } else if (body instanceof NovaLockServerRequest) {
      begin(call, "lock", id, table.holds.lock);
    } else if (body instanceof NovaUnlockServerRequest) {
      begin(call, "unlock", id, table.holds.unlock);
    } else if (body instanceof NovaAssociateSecurityGroupRequest wanted) {
      groups.add(call, id, wanted.addSecurityGroup().name());
    } else if (body instanceof NovaDisassociateSecurityGroupRequest wanted) {
      groups.remove(call, id, wanted.removeSecurityGroup().name());
    } else if (body instanceof NovaChangePasswordServerRequest) {
      begin(call, "changePassword", id, table.login.resetPassword);
    } else if (body instanceof NovaTriggerCrashDumpServerRequest) {
      begin(call, "trigger_crash_dump", id, table.upkeep.dump);
    } else if (body instanceof NovaForceDeleteServerRequest) {
      words.begin(
          call,
          "forceDelete",
          id,
          (tx, server) ->
              Plan.of(table.delete, server.ref(), Deletion.asked(false, null))
                  .through(Doors.NATIVE));
    } else if (body instanceof NovaResetStateServerRequest) {
      throw NativeWords.forbidden(
          "Policy doesn't allow os_compute_api:os-admin-actions:reset_state to be performed.");
    } else {
      throw notModelled(body);
    }
  }

  /** Huawei's own addition: {@code type}. What is no object says nothing. */
  private static boolean hard(NovaStopServerRequest stop) {
    return stop.osStop() instanceof Map<?, ?> how && HARD.equals(how.get("type"));
  }

  private void begin(Call call, String action, String id, Edge<Server, Void> edge) {
    words.begin(
        call, action, id, (tx, server) -> Plan.of(edge, server.ref(), null).through(Doors.NATIVE));
  }

  private static ApiError notModelled(NovaServerActionRequest body) {
    String name = body.getClass().getSimpleName().replace("Nova", "").replace("ServerRequest", "");
    return new ApiError(
        501,
        "ecsim.NotModelled",
        "ecsim does not model the action %s of a server.".formatted(name));
  }
}
