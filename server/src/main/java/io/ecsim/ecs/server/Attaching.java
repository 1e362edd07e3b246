package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AttachServerVolumeAttachment;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** How a disk comes to a server. */
public record Attaching(Neighbours cloud, ServerTable table) {

  /**
   * Attaches a disk. One that is put in the place of the system disk becomes that.
   *
   * @param device the name asked for; null or empty for the next that is free when it begins
   * @throws ApiError {@code Ecs.0005} if the disk cannot have this name
   */
  public Plan plan(State state, Ref server, Ref disk, String device) {
    boolean scsi = cloud.disks().isScsi(state, disk.project(), disk.id());
    boolean chosen = device != null && !device.isEmpty();
    if (chosen && !Devices.valid(device, scsi)) {
      throw new ApiError("Ecs.0005", "device '%s' is no name for this disk.".formatted(device));
    }
    return Plan.of(table.volumes.attach, server, Attachment.of(disk, chosen ? device : null));
  }

  /** Detaches a disk. */
  public Plan undone(State state, Ref server, Ref disk) {
    Attachment place =
        cloud.disks().of(state, server).stream()
            .filter(other -> other.ref().equals(disk))
            .findFirst()
            .map(Attachment::of)
            .orElseGet(() -> Attachment.of(disk, null));
    return Plan.of(table.volumes.detach, server, place);
  }

  /**
   * Refuses if so many disks of this type could not be attached: a dry run without a disk.
   *
   * @throws ApiError {@code Ecs.0104}
   */
  public void checkRoom(Call call, Resource<Server> server, AttachServerVolumeAttachment asked) {
    int count = asked.count() == null ? 1 : asked.count();
    int there = cloud.disks().of(call.glance().state(), server.ref()).size();
    int most = Slots.of(cloud.inventory(), server.spec()).disks();
    if (there + count > most) {
      throw new ApiError(
          "Ecs.0104",
          "The server has %d disks; %d more are not within %d.".formatted(there, count, most));
    }
  }
}
