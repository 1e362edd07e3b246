package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AttachServerVolumeAttachment;
import io.ecsim.api.ecs.AttachServerVolumeRequest;
import io.ecsim.api.ecs.AttachServerVolumeResponse;
import io.ecsim.api.ecs.DetachServerVolumeQuery;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.ListServerBlockDevicesAttachableQuantity;
import io.ecsim.api.ecs.ListServerBlockDevicesResponse;
import io.ecsim.api.ecs.ListServerVolumeAttachmentsResponse;
import io.ecsim.api.ecs.ListServerVolumeAttachmentsVolumeAttachment;
import io.ecsim.api.ecs.ServerVolumesApi;
import io.ecsim.api.ecs.ShowServerBlockDeviceResponse;
import io.ecsim.api.ecs.UpdateServerBlockDeviceRequest;
import io.ecsim.api.ecs.VolumeAttachment;
import io.ecsim.ecs.server.Attaching;
import io.ecsim.ecs.server.Attachment;
import io.ecsim.ecs.server.Devices;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Slots;
import io.ecsim.ecs.view.Backend;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;

/** Disks of servers: {@code ecs-lifecycle.md} b.10, {@code ecs-schemas.md} 6. */
public record VolumeOperations(Neighbours cloud, ServerTable table, Attaching attaching)
    implements ServerVolumesApi {

  @Override
  public AttachServerVolumeResponse attachServerVolume(
      Call call, String serverId, AttachServerVolumeRequest body) {
    AttachServerVolumeAttachment asked = body.volumeAttachment();
    boolean rehearsed = Boolean.TRUE.equals(body.dryRun());
    if (asked.volumeId() == null) {
      if (!rehearsed) {
        throw new ApiError("Ecs.0005", "volumeAttachment.volumeId is missing.");
      }
      attaching.checkRoom(call, server(call, serverId), asked);
      return new AttachServerVolumeResponse(null);
    }
    if (rehearsed) {
      Rehearsal.of(call, tx -> attach(tx, call, serverId, asked));
      return new AttachServerVolumeResponse(null);
    }
    return call.transact(tx -> new AttachServerVolumeResponse(attach(tx, call, serverId, asked)));
  }

  private String attach(Tx tx, Call call, String serverId, AttachServerVolumeAttachment asked) {
    Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
    Plan plan =
        attaching.plan(tx.state(), server.ref(), disk(call, asked.volumeId()), asked.device());
    return tx.begin(plan.called("attachVolume")).id();
  }

  private static Ref disk(Call call, String id) {
    return new Ref("volume", call.project(), id);
  }

  private Resource<Server> server(Call call, String id) {
    return call.glance().require(table.servers, call.project(), id);
  }

  @Override
  public JobIdResponse detachServerVolume(
      Call call, String serverId, String volumeId, DetachServerVolumeQuery query) {
    return call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          if (!cloud.disks().exists(tx.state(), call.project(), volumeId)) {
            throw gone(serverId, volumeId);
          }
          Attachment place =
              cloud.disks().of(tx.state(), server.ref()).stream()
                  .filter(disk -> disk.ref().id().equals(volumeId))
                  .findFirst()
                  .map(Attachment::of)
                  .orElseGet(() -> Attachment.of(disk(call, volumeId), null));
          Plan plan = Plan.of(table.volumes.detach, server.ref(), place);
          return new JobIdResponse(tx.begin(plan.called("detachVolume")).id());
        });
  }

  @Override
  public ListServerBlockDevicesResponse listServerBlockDevices(Call call, String serverId) {
    Resource<Server> server = server(call, serverId);
    List<Disks.Attached> disks = cloud.disks().of(call.glance().state(), server.ref());
    return new ListServerBlockDevicesResponse(
        free(server, disks), disks.stream().map(disk -> attachment(serverId, disk)).toList());
  }

  private ListServerBlockDevicesAttachableQuantity free(
      Resource<Server> server, List<Disks.Attached> disks) {
    Slots slots = Slots.of(cloud.inventory(), server.spec());
    return new ListServerBlockDevicesAttachableQuantity(
        slots.leftBlk(disks), slots.left(disks), slots.left(disks));
  }

  private static VolumeAttachment attachment(String serverId, Disks.Attached disk) {
    return VolumeAttachment.builder()
        .id(disk.ref().id())
        .volumeId(disk.ref().id())
        .serverId(serverId)
        .device(disk.device())
        .bootIndex(disk.bootIndex())
        .size(disk.size())
        .bus(disk.scsi() ? "scsi" : "virtio")
        .pciAddress(Devices.pciAddress(disk.device()))
        .build();
  }

  @Override
  public ShowServerBlockDeviceResponse showServerBlockDevice(
      Call call, String serverId, String volumeId) {
    Resource<Server> server = server(call, serverId);
    return new ShowServerBlockDeviceResponse(
        attachment(serverId, attached(call.glance().state(), server, volumeId)));
  }

  private Disks.Attached attached(State state, Resource<Server> server, String volumeId) {
    return cloud.disks().of(state, server.ref()).stream()
        .filter(disk -> disk.ref().id().equals(volumeId))
        .findFirst()
        .orElseThrow(() -> gone(server.id(), volumeId));
  }

  private static Problem locked(Resource<Server> server) {
    return server.spec().locked()
        ? new Problem("Ecs.0605", "The server %s is locked.".formatted(server.id()))
        : null;
  }

  /** Why nobody chooses whether the disk goes with its server, or null. */
  private static Problem fixed(Resource<Server> server, Disks.Attached disk) {
    String reason =
        server.spec().tariff().byPeriod()
            ? "its server is prepaid"
            : disk.prepaid()
                ? "it is prepaid"
                : disk.shared()
                    ? "servers share it"
                    : disk.bootIndex() == Attachment.SYSTEM ? "it is the system disk" : null;
    return reason == null
        ? null
        : new Problem(
            "Ecs.0617",
            "delete_on_termination of the disk %s is fixed: %s."
                .formatted(disk.ref().id(), reason));
  }

  private static ApiError gone(String serverId, String volumeId) {
    return Backend.notFound(
        "Instance %s is not attached to volume %s".formatted(serverId, volumeId));
  }

  @Override
  public Map<String, String> updateServerBlockDevice(
      Call call, String serverId, String volumeId, UpdateServerBlockDeviceRequest body) {
    boolean going = body.blockDevice().deleteOnTermination();
    call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          Disks.Attached disk = attached(tx.state(), server, volumeId);
          Problem.refuse(locked(server));
          Problem.refuse(fixed(server, disk));
          cloud.disks().deleteOnTermination(tx, disk.ref(), server.ref(), going);
          return null;
        });
    return Map.of();
  }

  @Override
  public ListServerVolumeAttachmentsResponse listServerVolumeAttachments(
      Call call, String serverId) {
    Resource<Server> server = server(call, serverId);
    return new ListServerVolumeAttachmentsResponse(
        cloud.disks().of(call.glance().state(), server.ref()).stream()
            .map(
                disk ->
                    new ListServerVolumeAttachmentsVolumeAttachment(
                        disk.device(), disk.ref().id(), serverId, disk.ref().id()))
            .toList());
  }
}
