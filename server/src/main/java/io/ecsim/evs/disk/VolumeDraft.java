package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;
import java.util.List;
import java.util.Map;

/** A disk while it is being written down or changed. */
public final class VolumeDraft {
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
  private String backup;
  private boolean locked;
  private Ref claim;
  private List<Attachment> attachments = List.of();
  private BinStay stay;

  /** A blank disk without a name. */
  public VolumeDraft(String type, String zone, int size) {
    this.type = type;
    this.zone = zone;
    this.size = size;
  }

  public VolumeDraft(Volume volume) {
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
    backup = volume.backup();
    locked = volume.locked();
    claim = volume.claim();
    attachments = volume.attachments();
    stay = volume.stay();
  }

  public VolumeDraft name(String value) {
    name = value;
    return this;
  }

  public VolumeDraft description(String value) {
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

  public VolumeDraft bootable(boolean value) {
    bootable = value;
    return this;
  }

  public VolumeDraft multiattach(boolean value) {
    multiattach = value;
    return this;
  }

  public VolumeDraft performance(Integer newIops, Integer newThroughput) {
    iops = newIops;
    throughput = newThroughput;
    return this;
  }

  VolumeDraft enterpriseProject(String value) {
    enterpriseProject = value;
    return this;
  }

  public VolumeDraft metadata(Map<String, String> value) {
    metadata = value;
    return this;
  }

  public VolumeDraft tags(Map<String, String> value) {
    tags = value;
    return this;
  }

  public VolumeDraft image(Map<String, String> value) {
    image = value;
    return this;
  }

  public VolumeDraft snapshot(String value) {
    snapshot = value;
    return this;
  }

  public VolumeDraft backup(String value) {
    backup = value;
    return this;
  }

  public VolumeDraft locked(boolean value) {
    locked = value;
    return this;
  }

  public VolumeDraft claim(Ref value) {
    claim = value;
    return this;
  }

  public VolumeDraft attachments(List<Attachment> value) {
    attachments = value;
    return this;
  }

  VolumeDraft stay(BinStay value) {
    stay = value;
    return this;
  }

  public Volume made() {
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
        backup,
        locked,
        claim,
        attachments,
        stay);
  }
}
