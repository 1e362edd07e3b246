package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.sim.Resource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the API shows for a status: {@code ecs-lifecycle.md} a, the one place where it stands.
 *
 * @param status the API status: {@code ACTIVE}
 * @param vmState {@code OS-EXT-STS:vm_state}
 * @param taskState {@code OS-EXT-STS:task_state}, or null
 * @param powerState {@code OS-EXT-STS:power_state}: 0 none, 1 running, 4 shut down
 */
public record Words(String status, String vmState, String taskState, int powerState) {
  private static final int NONE = 0;
  private static final int ON = 1;
  private static final int OFF = 4;

  /** Tasks of a resize during which a server that runs has not been switched off yet. */
  private static final Set<String> POWERED = Set.of("resize_prep");

  /** The rows; a task word of the table's step wins over the one given here. */
  private static final Map<ServerStatus, Words> ROWS = new EnumMap<>(ServerStatus.class);

  /**
   * Which statuses a list filter finds beside its own, for it looks at the {@code vm_state} first.
   */
  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "ACTIVE", Set.of("ACTIVE", "REBOOT", "HARD_REBOOT", "REBUILD", "MIGRATING", "RESIZE"),
          "SHUTOFF", Set.of("SHUTOFF", "RESIZE", "REBUILD"),
          "ERROR", Set.of("ERROR", "REBUILD"),
          "VERIFY_RESIZE", Set.of("VERIFY_RESIZE", "REVERT_RESIZE"));

  static {
    // spotless:off
    row(ServerStatus.CREATING,               "BUILD",         "building", "scheduling",       NONE);
    row(ServerStatus.STARTING,               "SHUTOFF",       "stopped",  "powering-on",      OFF);
    row(ServerStatus.RUNNING,                "ACTIVE",        "active",   null,               ON);
    row(ServerStatus.STOPPING,               "ACTIVE",        "active",   "powering-off",     ON);
    row(ServerStatus.STOPPED,                "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.RESTARTING,             "REBOOT",        "active",   "rebooting",        ON);
    row(ServerStatus.FORCIBLY_RESTARTING,    "HARD_REBOOT",   "active",   "rebooting_hard",   ON);
    row(ServerStatus.RESIZING,               "RESIZE",        "stopped",  "resize_prep",      OFF);
    row(ServerStatus.VERIFYING_RESIZING,     "VERIFY_RESIZE", "resized",  null,               OFF);
    row(ServerStatus.ROLLING_BACK_RESIZING,  "REVERT_RESIZE", "resized",  "resize_reverting", OFF);
    row(ServerStatus.REINSTALLING_OS,        "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.REINSTALLING_OS_FAILED, "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.CHANGING_OS,            "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.OS_CHANGE_FAILED,       "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.FROZEN,                 "SHUTOFF",       "stopped",  null,               OFF);
    row(ServerStatus.FAULTY,                 "ERROR",         "error",    null,               OFF);
    row(ServerStatus.DELETING,               "ACTIVE",        "active",   "deleting",         ON);
    row(ServerStatus.SOFT_DELETED,           "SOFT_DELETED",  "soft-delete", null,             OFF);
    // spotless:on
  }

  private static void row(ServerStatus of, String status, String vm, String task, int power) {
    ROWS.put(of, new Words(status, vm, task, power));
  }

  /**
   * What shows for this server now. Where an action only adds a task to what was before (deleting,
   * a restart of a server that was off), the rest is as it was.
   */
  public static Words of(Resource<Server> server) {
    Words told = base(server);
    Words now = server.task() == null ? told : told.doing(server.task());
    return server.spec().launched() ? now : now.powered(NONE);
  }

  private static Words base(Resource<Server> server) {
    ServerStatus before = (ServerStatus) server.settled();
    Words row = ROWS.get((ServerStatus) server.status());
    return switch ((ServerStatus) server.status()) {
      case DELETING -> ROWS.get(before).doing(row.taskState);
      case STOPPING, FORCIBLY_RESTARTING -> of(row, before);
      case RESIZING -> resizing(server, row, before);
      case VERIFYING_RESIZING -> row.powered(ranBefore(server) ? ON : OFF);
      case ROLLING_BACK_RESIZING -> row.powered(ranBefore(server, before) ? ON : OFF);
      case REINSTALLING_OS -> server.task() == null ? row : rebuilding(before);
      default -> row;
    };
  }

  /** Of a server that was off or broken, a status of its own shows only for one that was on. */
  private static Words of(Words row, ServerStatus before) {
    boolean down = before == ServerStatus.STOPPED || before == ServerStatus.FAULTY;
    return down ? ROWS.get(before) : row;
  }

  private static Words resizing(Resource<Server> server, Words row, ServerStatus before) {
    return before == ServerStatus.RUNNING
        ? new Words(row.status, "active", row.taskState, POWERED.contains(server.task()) ? ON : OFF)
        : row;
  }

  private static boolean ranBefore(Resource<Server> server) {
    return server.spec().resizing() != null && server.spec().resizing().running();
  }

  private static boolean ranBefore(Resource<Server> server, ServerStatus before) {
    return before == ServerStatus.RUNNING
        || (before == ServerStatus.VERIFYING_RESIZING && ranBefore(server));
  }

  private static Words rebuilding(ServerStatus before) {
    Words was = ROWS.get(before);
    return new Words("REBUILD", was.vmState, was.taskState, was.powerState);
  }

  private Words doing(String task) {
    return new Words(status, vmState, task, powerState);
  }

  private Words powered(int power) {
    return new Words(status, vmState, taskState, power);
  }

  /** Whether a list that is filtered by this status shows it. */
  public boolean listedUnder(String filter) {
    return GROUPS.getOrDefault(filter, Set.of(filter)).contains(status);
  }

  /** Whether there is such an API status. */
  public static boolean known(String status) {
    return ROWS.values().stream().anyMatch(row -> row.status.equals(status))
        || GROUPS.values().stream().anyMatch(group -> group.contains(status));
  }

  /** Whether the server is in an error, which its {@code fault} then explains. */
  public boolean faulty() {
    return status.equals("ERROR");
  }

  /** Whether its guest runs. */
  public boolean running() {
    return powerState == ON;
  }

  /** Whether a host has been chosen for it. */
  public boolean scheduled() {
    return !"scheduling".equals(taskState);
  }

  /** Whether its ports show: from <em>networking</em> on, and not if it could not be made. */
  boolean networked(Server server) {
    return server.launched() || (scheduled() && !faulty());
  }

  /** The members as the control API shows them. */
  public Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("status", status);
    map.put("vm_state", vmState);
    map.put("task_state", taskState);
    map.put("power_state", powerState);
    return map;
  }
}
