package io.ecsim.ecs.nova;

import io.ecsim.api.ecs.DataVolume;
import io.ecsim.api.ecs.NovaBlockDeviceMappingV2;
import io.ecsim.api.ecs.NovaCreateServersOption;
import io.ecsim.api.ecs.RootVolume;
import io.ecsim.ecs.server.Attachment;
import io.ecsim.ecs.server.Devices;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.pack.Disks;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The disks of a server as a native request asks for them: {@code ecs-schemas.md} 15. The system
 * disk is always a disk of the cloud, also where the request calls it local.
 *
 * @param root the new system disk, or null if one of {@code present} is it
 * @param rootGoes whether a new system disk goes with its server
 * @param data new data disks
 * @param present disks that are there
 * @param imageId what the system disk is made from; null where that is not known
 * @param zone where all of them are, or null
 * @param snapshots what new disks are filled from instead of an image, by their index
 */
record NativeDisks(
    RootVolume root,
    boolean rootGoes,
    List<DataVolume> data,
    List<Attachment> present,
    String imageId,
    String zone,
    Map<Integer, String> snapshots) {

  /** Reads what a request says of disks. */
  static NativeDisks read(
      Neighbours cloud, State state, String project, NovaCreateServersOption asked, int count) {
    return new Reader(cloud, state, project, asked, count).read();
  }

  /** Goes through the mapping of one request. */
  private static final class Reader {
    private final Neighbours cloud;
    private final State state;
    private final String project;
    private final NovaCreateServersOption asked;
    private final int count;
    private final List<DataVolume> data = new ArrayList<>();
    private final List<Attachment> present = new ArrayList<>();

    /** What new data disks are filled from, by their index among themselves. */
    private final Map<Integer, String> sources = new HashMap<>();

    private NovaBlockDeviceMappingV2 system;
    private Disks.Origin template;
    private String zone;
    private String image;
    private boolean booting;

    Reader(
        Neighbours cloud, State state, String project, NovaCreateServersOption asked, int count) {
      this.cloud = cloud;
      this.state = state;
      this.project = project;
      this.asked = asked;
      this.count = count;
      this.zone = blank(asked.availabilityZone()) ? null : asked.availabilityZone();
      this.image = blank(asked.imageRef()) ? null : asked.imageRef();
    }

    private static boolean blank(String text) {
      return text == null || text.isEmpty();
    }

    NativeDisks read() {
      if (asked.blockDeviceMappingV2() != null) {
        asked.blockDeviceMappingV2().forEach(this::add);
      }
      if (!booting && image == null) {
        throw NativeWords.badRequest(
            "Block Device Mapping is Invalid: Boot sequence for the instance and image/block device"
                + " mapping combination is not valid.");
      }
      boolean onPresent = booting && system == null;
      return new NativeDisks(
          onPresent ? null : root(),
          goes(),
          data,
          List.copyOf(present),
          image,
          zone,
          onPresent ? sources : behindSystem());
    }

    /** The system disk comes first. */
    private Map<Integer, String> behindSystem() {
      var all = new HashMap<Integer, String>();
      sources.forEach((index, snapshot) -> all.put(index + 1, snapshot));
      if (template != null) {
        all.put(0, template.id());
      }
      return all;
    }

    private void add(NovaBlockDeviceMappingV2 each) {
      boolean boots = boots(each);
      boolean volume = "volume".equals(each.destinationType());
      if (boots && booting) {
        throw NativeWords.badRequest(
            "Block Device Mapping is Invalid: boot_index 0 is given to more than one device.");
      }
      switch (each.sourceType()) {
        case "image" -> {
          if (boots) {
            image = each.uuid();
            system = each;
          } else if (volume) {
            data.add(data(each, each.uuid(), each.volumeSize(), each.volumeType()));
          }
        }
        case "volume" -> present.add(attached(each, boots));
        case "blank" -> data.add(data(each, null, each.volumeSize(), each.volumeType()));
        default -> fromSnapshot(each, boots);
      }
      booting = booting || boots;
    }

    /** The index may be a text; where it is missing, an image is what is booted from. */
    private static boolean boots(NovaBlockDeviceMappingV2 each) {
      return "0".equals(String.valueOf(each.bootIndex()));
    }

    private void fromSnapshot(NovaBlockDeviceMappingV2 each, boolean boots) {
      Disks.Origin snapshot = NativeSnapshots.find(cloud.disks(), state, project, each, boots);
      place("snapshot", snapshot.id(), snapshot.zone());
      if (boots) {
        image = snapshot.imageId();
        system = each;
        template = snapshot;
      } else {
        sources.put(data.size(), snapshot.id());
        data.add(
            data(
                each,
                null,
                or(each.volumeSize(), snapshot.size()),
                or(each.volumeType(), snapshot.type())));
      }
    }

    private static <T> T or(T said, T otherwise) {
      return said == null ? otherwise : said;
    }

    private DataVolume data(
        NovaBlockDeviceMappingV2 each, String fromImage, Integer size, String type) {
      if (size == null) {
        throw NativeWords.badRequest(
            "Block Device Mapping is Invalid: volume_size is missing where source_type is %s."
                .formatted(each.sourceType()));
      }
      return new DataVolume(
          null,
          null,
          fromImage,
          Boolean.TRUE.equals(each.deleteOnTermination()),
          null,
          null,
          null,
          null,
          null,
          null,
          size,
          null,
          type);
    }

    private RootVolume root() {
      if (template != null) {
        return RootVolume.builder()
            .size(or(system.volumeSize(), template.size()))
            .volumetype(or(system.volumeType(), template.type()))
            .build();
      }
      boolean volume = system != null && "volume".equals(system.destinationType());
      return new RootVolume(
          null,
          null,
          null,
          null,
          null,
          null,
          volume ? system.volumeSize() : null,
          null,
          system == null ? null : system.volumeType());
    }

    /** A local disk goes; one of the cloud only if the request says so. */
    private boolean goes() {
      return system == null
          || (template == null && !"volume".equals(system.destinationType()))
          || Boolean.TRUE.equals(system.deleteOnTermination());
    }

    /** Its disks draw a server into their zone, all into the same. */
    private void place(String kind, String id, String where) {
      zone = zone == null ? where : zone;
      if (!zone.equals(where)) {
        throw NativeWords.badRequest(
            "The %s %s is in zone %s, the server in zone %s.".formatted(kind, id, where, zone));
      }
    }

    private Attachment attached(NovaBlockDeviceMappingV2 each, boolean boots) {
      Disks.Facts disk =
          each.uuid() == null ? null : cloud.disks().find(state, project, each.uuid());
      if (disk == null) {
        throw NativeWords.badRequest(
            "Block Device Mapping is Invalid: failed to get volume %s.".formatted(each.uuid()));
      }
      if (count > 1) {
        throw NativeWords.badRequest("Cannot attach one or more volumes to multiple instances");
      }
      if (boots) {
        image = disk.imageId();
      }
      place("volume", each.uuid(), disk.zone());
      List<String> used = present.stream().map(Attachment::device).toList();
      String device = boots ? Devices.name(disk.scsi(), 0) : Devices.next(disk.scsi(), used);
      return new Attachment(
          disk.ref(),
          device,
          boots ? Attachment.SYSTEM : Attachment.DATA,
          Boolean.TRUE.equals(each.deleteOnTermination()));
    }
  }
}
