package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaAttachVolumeRequest;
import io.ecsim.api.ecs.NovaDetachVolumeQuery;
import io.ecsim.api.ecs.NovaListServerVolumesResponse;
import io.ecsim.api.ecs.NovaServerVolumesApi;
import io.ecsim.api.ecs.NovaVolumeAttachment;
import io.ecsim.api.ecs.NovaVolumeAttachmentResponse;
import io.ecsim.ecs.server.Attaching;
import io.ecsim.ecs.server.Attachment;
import io.ecsim.ecs.server.Doors;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Words;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.Optional;

/** Disks of servers, natively: {@code ecs-lifecycle.md} b.10, {@code ecs-schemas.md} 6. */
public final class NativeVolumeOperations implements NovaServerVolumesApi {
  private final Neighbours cloud;
  private final Attaching attaching;
  private final NativeWords words;

  public NativeVolumeOperations(Neighbours cloud, ServerTable table, Attaching attaching) {
    this.cloud = cloud;
    this.attaching = attaching;
    this.words = new NativeWords(table);
  }

  @Override
  public NovaListServerVolumesResponse novaListServerVolumes(Call call, String serverId) {
    Resource<Server> server = words.server(call, serverId);
    return new NovaListServerVolumesResponse(
        disks(call, server).stream().map(disk -> shown(serverId, disk)).toList());
  }

  private List<Disks.Attached> disks(Call call, Resource<Server> server) {
    return cloud.disks().of(call.glance().state(), server.ref());
  }

  private static NovaVolumeAttachment shown(String serverId, Disks.Attached disk) {
    return new NovaVolumeAttachment(disk.device(), disk.ref().id(), serverId, disk.ref().id());
  }

  @Override
  public NovaVolumeAttachmentResponse novaShowServerVolume(
      Call call, String serverId, String volumeId) {
    Disks.Attached disk =
        attached(call, words.server(call, serverId), volumeId)
            .orElseThrow(() -> notAttached(serverId, volumeId));
    return new NovaVolumeAttachmentResponse(shown(serverId, disk));
  }

  private Optional<Disks.Attached> attached(Call call, Resource<Server> server, String volumeId) {
    return disks(call, server).stream().filter(d -> d.ref().id().equals(volumeId)).findFirst();
  }

  private static RuntimeException notAttached(String serverId, String volumeId) {
    return NativeWords.notFound(
        "Instance %s is not attached to volume %s".formatted(serverId, volumeId));
  }

  @Override
  public NovaVolumeAttachmentResponse novaAttachVolume(
      Call call, String serverId, NovaAttachVolumeRequest body) {
    String volumeId = body.volumeAttachment().volumeId();
    Ref disk = new Ref("volume", call.project(), volumeId);
    words.begin(
        call,
        "attach_volume",
        serverId,
        (tx, server) ->
            attaching
                .plan(tx.state(), server.ref(), disk, body.volumeAttachment().device())
                .called("attachVolume")
                .through(Doors.NATIVE));
    return novaShowServerVolume(call, serverId, volumeId);
  }

  /** The disk a running server started from cannot be taken away. */
  @Override
  public void novaDetachVolume(
      Call call, String serverId, String volumeId, NovaDetachVolumeQuery query) {
    Resource<Server> server = words.server(call, serverId);
    Disks.Attached place =
        attached(call, server, volumeId).orElseThrow(() -> notAttached(serverId, volumeId));
    if (place.bootIndex() == Attachment.SYSTEM && Words.of(server).running()) {
      throw NativeWords.badRequest("Cannot detach a root device volume");
    }
    words.begin(
        call,
        "detach_volume",
        serverId,
        (tx, now) ->
            attaching
                .undone(tx.state(), now.ref(), place.ref())
                .called("detachVolume")
                .through(Doors.NATIVE));
  }
}
