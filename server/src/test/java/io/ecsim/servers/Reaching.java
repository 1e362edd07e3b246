package io.ecsim.servers;

/** How a server comes into each status, by requests and faults that anybody can make. */
record Reaching(Scene scene) {

  /** A server in this status of the console. */
  String status(String status) {
    Owner anna = scene.anna;
    return switch (status) {
      case "Creating" -> anna.order("creating").at("/serverIds/0");
      case "Starting" -> scene.amid(scene.stopped(), anna::start);
      case "Running" -> scene.running();
      case "Stopping" -> scene.amid(scene.running(), id -> anna.stop(id, "SOFT"));
      case "Stopped" -> scene.stopped();
      case "Restarting" -> scene.amid(scene.running(), id -> anna.reboot(id, "SOFT"));
      case "Forcibly restarting" -> scene.amid(scene.running(), id -> anna.reboot(id, "HARD"));
      case "Resizing" -> scene.amid(scene.stopped(), id -> anna.resize(id, Owner.LARGE));
      case "Verifying resizing" -> scene.resized();
      case "Rolling back resizing" ->
          scene.amid(scene.resized(), id -> anna.act(id, "{'revertResize':null}"));
      case "Reinstalling OS" -> scene.amid(scene.stopped(), anna::reinstall);
      case "Reinstalling OS failed" -> scene.notReinstalled();
      case "Changing OS" -> scene.amid(scene.stopped(), anna::changeOs);
      case "OS change failed" -> scene.notChanged();
      case "Faulty" -> scene.faulty();
      case "Frozen" -> scene.frozen();
      case "Deleting" -> scene.amid(scene.running(), anna::deleteServers);
      case "Deleted" -> scene.after(scene.running(), anna::deleteServers);
      default -> throw new IllegalArgumentException(status);
    };
  }
}
