package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.CinderOsAttach;
import io.ecsim.api.evs.CinderOsDetach;
import io.ecsim.api.evs.CinderOsForceDetach;
import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.pack.Prompt;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/**
 * Attaching and detaching as native clients ask for it. The server takes part, so that it shows
 * what the disk shows; a disk that was reserved, or about to be detached, is first as before.
 */
public final class NativeAttaching {
  private final Servers servers;

  public NativeAttaching(Servers servers) {
    this.servers = servers;
  }

  /** Begins to attach a disk to a server, or refuses. */
  void attach(Tx tx, Resource<Volume> disk, CinderOsAttach wanted) {
    if (wanted == null || wanted.instanceUuid() == null || wanted.mountpoint() == null) {
      throw new ApiError("EVS.5400", "os-attach needs instance_uuid and mountpoint.");
    }
    Servers.Facts server = servers.find(tx.state(), disk.ref().project(), wanted.instanceUuid());
    if (server == null) {
      throw new ApiError("EVS.2131", "There is no server %s.".formatted(wanted.instanceUuid()));
    }
    ifPossible(tx, VolumeTable.UNRESERVE, disk);
    tx.begin(servers.attach(tx.state(), server.ref(), disk.ref(), wanted.mountpoint()));
  }

  /** Begins to detach a disk from a server, or refuses. */
  void detach(Tx tx, Resource<Volume> disk, CinderOsDetach wanted) {
    Ref server = place(disk, wanted == null ? null : wanted.attachmentId(), true).server();
    ifPossible(tx, VolumeTable.ROLL_DETACHING, disk);
    tx.begin(servers.detach(tx.state(), server, disk.ref()));
  }

  /** Takes a disk away from a server that may not know of it, or refuses. */
  static void force(Tx tx, Resource<Volume> disk, CinderOsForceDetach wanted) {
    Ref server = place(disk, wanted == null ? null : wanted.attachmentId(), false).server();
    tx.begin(Plan.of(VolumeTable.FORCE_DETACH, disk.ref(), server));
  }

  private static Attachment place(Resource<Volume> disk, String id, boolean made) {
    List<Attachment> places =
        disk.spec().attachments().stream()
            .filter(place -> place.made() || !made)
            .filter(place -> id == null || place.id(disk.id()).equals(id))
            .toList();
    if (places.size() > 1) {
      throw new ApiError(
          "EVS.5400",
          "The volume %s has %s attachments: attachment_id must say which."
              .formatted(disk.id(), places.size()));
    }
    if (places.isEmpty()) {
      throw new ApiError(
          "EVS.5400",
          id == null
              ? "The volume %s is not attached.".formatted(disk.id())
              : "The volume %s has no attachment %s.".formatted(disk.id(), id));
    }
    return places.get(0);
  }

  /** Begins an edge where the table has it; natively, elsewhere nothing happens. */
  static void ifPossible(Tx tx, Edge<Volume, Void> edge, Resource<Volume> disk) {
    if (!disk.busy() && edge.from(null).contains(disk.status())) {
      Prompt.over(tx.begin(Plan.of(edge, disk.ref(), null)));
    }
  }
}
