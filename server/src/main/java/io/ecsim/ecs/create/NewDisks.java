package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.DataVolume;
import io.ecsim.api.ecs.Metadata;
import io.ecsim.api.ecs.RootVolume;
import io.ecsim.ecs.server.Attachment;
import io.ecsim.ecs.server.Devices;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.NewDisk;
import io.ecsim.ecs.server.Slots;
import io.ecsim.inventory.VolumeType;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Images;
import io.ecsim.sim.Ids;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The disks of new servers. */
final class NewDisks {
  private static final int ROOT = 0;
  private static final int DATA = -1;

  private final Neighbours cloud;

  NewDisks(Neighbours cloud) {
    this.cloud = cloud;
  }

  /**
   * The disks of one server.
   *
   * @param id the server's id, from which theirs are derived
   * @param name the server's name, from which theirs are made
   */
  List<NewDisk> of(
      String id, String name, CreateServersOption asked, Choice choice, Particulars particulars) {
    var disks = new ArrayList<NewDisk>();
    var used = new ArrayList<String>(particulars.disks().stream().map(Attachment::device).toList());
    if (asked.rootVolume() != null) {
      Disks.Order system = root(id, name, asked.rootVolume(), choice, particulars);
      add(disks, used, system, Devices.name(system.scsi(), 0));
    }
    for (DataVolume data : data(asked)) {
      String snapshot = particulars.snapshots().get(disks.size());
      Disks.Order order = data(id, name, data, choice.zone(), snapshot, disks.size());
      add(disks, used, order, Devices.next(order.scsi(), used));
    }
    return disks;
  }

  private static void add(
      List<NewDisk> disks, List<String> used, Disks.Order order, String device) {
    if (device == null) {
      throw new ApiError("Ecs.0042", "No device name is left for the disk " + order.name() + ".");
    }
    used.add(device);
    disks.add(new NewDisk(order, device));
  }

  private static List<DataVolume> data(CreateServersOption asked) {
    return asked.dataVolumes() == null ? List.of() : asked.dataVolumes();
  }

  private Disks.Order root(
      String id, String name, RootVolume asked, Choice choice, Particulars particulars) {
    String snapshot = particulars.snapshots().get(0);
    boolean unsaid = asked.size() == null || asked.size() == 0;
    return new Disks.Order(
        diskId(id, 0),
        diskName(name, 0),
        unsaid ? Math.max(1, choice.image().minDisk()) : asked.size(),
        type(asked.volumetype(), choice.zone()),
        choice.zone(),
        snapshot == null ? choice.image().id() : null,
        snapshot,
        ROOT,
        particulars.rootGoes(),
        false,
        scsi(asked.passthrough()),
        metadata(asked.metadata(), asked.passthrough()),
        asked.iops(),
        asked.throughput());
  }

  private Disks.Order data(
      String id, String name, DataVolume asked, String zone, String snapshot, int index) {
    return new Disks.Order(
        diskId(id, index),
        diskName(name, index),
        asked.size(),
        type(asked.volumetype(), zone),
        zone,
        asked.dataImageId(),
        snapshot,
        DATA,
        Boolean.TRUE.equals(asked.deleteOnTermination()),
        Boolean.TRUE.equals(asked.multiattach()) || Boolean.TRUE.equals(asked.shareable()),
        scsi(asked.passthrough()),
        metadata(asked.metadata(), asked.passthrough()),
        asked.iops(),
        asked.throughput());
  }

  /** The type asked for, or the first that the zone sells: native requests need not name one. */
  private String type(String asked, String zone) {
    return asked != null
        ? asked
        : cloud.inventory().volumeTypes().stream()
            .filter(type -> type.offeredIn(zone) && !type.soldOutIn(zone))
            .findFirst()
            .map(VolumeType::name)
            .orElse(null);
  }

  private static String diskId(String server, int index) {
    return Ids.uuid(server, "volume", index);
  }

  private static String diskName(String server, int index) {
    return "%s-volume-%04d".formatted(server, index);
  }

  /** What is no boolean counts as false: {@code ecs-schemas.md} 2. */
  private static boolean scsi(Object passthrough) {
    return Boolean.TRUE.equals(passthrough);
  }

  /** A disk says how it is attached only if the request did. */
  private static Map<String, String> metadata(Metadata asked, Object passthrough) {
    var metadata = new LinkedHashMap<String, String>();
    if (passthrough instanceof Boolean) {
      metadata.put("hw:passthrough", passthrough.toString());
    }
    if (asked != null && asked.systemEncrypted() != null) {
      metadata.put("__system__encrypted", asked.systemEncrypted());
    }
    if (asked != null && asked.systemCmkid() != null) {
      metadata.put("__system__cmkid", asked.systemCmkid());
    }
    return metadata;
  }

  /**
   * Refuses disks that cannot be had.
   *
   * @throws ApiError with the code for the first of them
   */
  void check(
      State state,
      String project,
      CreateServersOption asked,
      Choice choice,
      Particulars particulars) {
    List<NewDisk> each = of("", asked.name(), asked, choice, particulars);
    int most = Slots.of(cloud.inventory(), choice.flavor()).disks();
    int all = each.size() + particulars.disks().size();
    if (all > most) {
      throw new ApiError(
          "Ecs.0042", "%d disks are more than the %d that fit.".formatted(all, most));
    }
    int least = choice.image().minDisk();
    int root = asked.rootVolume() == null ? least : each.get(0).order().size();
    if (root < least) {
      throw new ApiError(
          "Ecs.0005",
          "root_volume.size %d is less than the %d of the image.".formatted(root, least));
    }
    data(asked).forEach(data -> checkData(state, project, data));
    var orders = new ArrayList<Disks.Order>();
    for (int i = 0; i < Request.count(asked); i++) {
      each.forEach(disk -> orders.add(disk.order()));
    }
    Foreign.refuse(cloud.disks().problem(state, project, orders));
  }

  private void checkData(State state, String project, DataVolume asked) {
    if (asked.dataImageId() == null) {
      return;
    }
    Images.Facts image = cloud.images().find(state, project, asked.dataImageId());
    if (image == null) {
      throw new ApiError("Ecs.0031", "The image %s does not exist.".formatted(asked.dataImageId()));
    }
    if (!image.dataDisk()) {
      throw new ApiError("Ecs.0007", "The image %s holds no data disk.".formatted(image.id()));
    }
  }
}
