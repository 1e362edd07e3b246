package io.ecsim.evs;

import io.ecsim.sim.Ref;
import java.util.List;
import java.util.Map;

/** A disk while it is being written down or changed. */
final class VolumeDraft {
  private String name = "";
  private String description;
  private String type;
  private final String zone;
  private int size;
  private boolean bootable;
  private boolean multiattach;
  private Integer iops;
  private Integer throughput;
  private String enterpriseProject = "0";
  private Map<String, String> metadata = Map.of();
  private Map<String, String> tags = Map.of();
  private Map<String, String> image = Map.of();
  private String snapshot;
  private boolean locked;
  private Ref claim;
  private List<Attachment> attachments = List.of();

  /** A blank disk without a name. */
  VolumeDraft(String type, String zone, int size) {
    this.type = type;
    this.zone = zone;
    this.size = size;
  }

  VolumeDraft(Volume volume) {
    this(volume.type(), volume.zone(), volume.size());
    name = volume.name();
    description = volume.description();
    bootable = volume.bootable();
    multiattach = volume.multiattach();
    iops = volume.iops();
    throughput = volume.throughput();
    enterpriseProject = volume.enterpriseProject();
    metadata = volume.metadata();
    tags = volume.tags();
    image = volume.image();
    snapshot = volume.snapshot();
    locked = volume.locked();
    claim = volume.claim();
    attachments = volume.attachments();
  }

  VolumeDraft name(String value) {
    name = value;
    return this;
  }

  VolumeDraft description(String value) {
    description = value;
    return this;
  }

  VolumeDraft type(String value) {
    type = value;
    return this;
  }

  VolumeDraft size(int value) {
    size = value;
    return this;
  }

  VolumeDraft bootable(boolean value) {
    bootable = value;
    return this;
  }

  VolumeDraft multiattach(boolean value) {
    multiattach = value;
    return this;
  }

  VolumeDraft performance(Integer newIops, Integer newThroughput) {
    iops = newIops;
    throughput = newThroughput;
    return this;
  }

  VolumeDraft enterpriseProject(String value) {
    enterpriseProject = value;
    return this;
  }

  VolumeDraft metadata(Map<String, String> value) {
    metadata = value;
    return this;
  }

  VolumeDraft tags(Map<String, String> value) {
    tags = value;
    return this;
  }

  VolumeDraft image(Map<String, String> value) {
    image = value;
    return this;
  }

  VolumeDraft snapshot(String value) {
    snapshot = value;
    return this;
  }

  VolumeDraft locked(boolean value) {
    locked = value;
    return this;
  }

  VolumeDraft claim(Ref value) {
    claim = value;
    return this;
  }

  VolumeDraft attachments(List<Attachment> value) {
    attachments = value;
    return this;
  }

  Volume made() {
    return new Volume(
        name,
        description,
        size,
        type,
        zone,
        bootable,
        multiattach,
        iops,
        throughput,
        enterpriseProject,
        metadata,
        tags,
        image,
        snapshot,
        locked,
        claim,
        attachments);
  }
}
