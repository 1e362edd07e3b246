package io.ecsim.evs.disk;

import io.ecsim.pack.Disks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A disk.
 *
 * @param name its name, perhaps empty
 * @param description a text, or null
 * @param size GiB
 * @param type the name of its type: {@code SAS}
 * @param zone its availability zone
 * @param bootable whether a server can be started from it
 * @param multiattach whether several servers may share it
 * @param iops provisioned IOPS, or null
 * @param throughput provisioned MiB/s, or null
 * @param enterpriseProject the enterprise project, {@code 0} for the default one
 * @param metadata what {@code evs-schemas.md} 1.4 lists, and what users add
 * @param tags its tags
 * @param image what it knows of the image it was made from; empty for a blank disk
 * @param snapshot the id of the snapshot it was made from, or null
 * @param backup the id of the backup it was made from, or null
 * @param locked whether another service forbids to change it
 * @param claim the server it is being made for, until it is attached there; or null
 * @param attachments its servers, in the order of attachment
 * @param stay its stay in the recycle bin, or null
 */
public record Volume(
    String name,
    String description,
    int size,
    String type,
    String zone,
    boolean bootable,
    boolean multiattach,
    Integer iops,
    Integer throughput,
    String enterpriseProject,
    Map<String, String> metadata,
    Map<String, String> tags,
    Map<String, String> image,
    String snapshot,
    String backup,
    boolean locked,
    Ref claim,
    List<Attachment> attachments,
    BinStay stay)
    implements Spec {

  /** The metadata key that makes a disk a SCSI disk. */
  public static final String PASSTHROUGH = "hw:passthrough";

  /** The metadata key of a disk that is paid for by month or year. */
  public static final String ORDER = Disks.ORDER;

  private static final String READONLY = "readonly";

  /** Makes the collections immutable, in the order they have. */
  public Volume {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    image = Collections.unmodifiableMap(new LinkedHashMap<>(image));
    attachments = List.copyOf(attachments);
  }

  /** The servers that have it, or for which it is being made. */
  @Override
  public Collection<Ref> uses() {
    var servers = new LinkedHashSet<Ref>();
    attachments.forEach(attachment -> servers.add(attachment.server()));
    if (claim != null) {
      servers.add(claim);
    }
    return servers;
  }

  /** Whether it was filled from an image, perhaps by way of a snapshot. */
  public boolean fromImage() {
    return !image.isEmpty();
  }

  /** Whether an image is copied onto it while it is made; other sources bring its data along. */
  public boolean downloads() {
    return fromImage() && snapshot == null && backup == null;
  }

  /** Whether a backup is restored onto it while it is made. */
  public boolean restores() {
    return backup != null;
  }

  /** Whether the guest sees a SCSI disk. */
  public boolean scsi() {
    return "true".equalsIgnoreCase(metadata.get(PASSTHROUGH));
  }

  /** Whether what is on it is encrypted. */
  public boolean encrypted() {
    return "1".equals(metadata.get(MetadataRules.ENCRYPTED));
  }

  /** Whether it is paid for by month or year. */
  public boolean prepaid() {
    return metadata.containsKey(ORDER);
  }

  /** Its place in this server, if it has one. */
  public Optional<Attachment> in(Ref server) {
    return attachments.stream().filter(a -> a.server().equals(server)).findFirst();
  }

  /** Whether this server, and none other, has to do with it. */
  public boolean onlyOf(Ref server) {
    return uses().stream().allMatch(server::equals);
  }

  /** The same, paid for by month or year. */
  Volume paidBy(String order) {
    var paid = new LinkedHashMap<>(metadata);
    paid.put(ORDER, order);
    return edit().metadata(paid).made();
  }

  /** The same, back from the recycle bin: it is paid for by use. */
  Volume recovered() {
    var unpaid = new LinkedHashMap<>(metadata);
    unpaid.remove(ORDER);
    return edit().metadata(unpaid).stay(null).made();
  }

  /** The same with a place in a server more. */
  Volume attaching(Attachment attachment) {
    var more = new ArrayList<>(attachments);
    more.add(attachment);
    return edit().attachments(more).made();
  }

  /** The same after the attaching to this server has ended well: the claim is fulfilled. */
  Volume attached(Ref server, long now) {
    return in(server, attachment -> attachment.since(now)).unclaimed(server);
  }

  /** The same without a place in this server. */
  Volume without(Ref server) {
    var fewer = attachments.stream().filter(a -> !a.server().equals(server)).toList();
    return edit().attachments(fewer).made();
  }

  /** The same with these tags. */
  public Volume tagged(Map<String, String> newTags) {
    return edit().tags(newTags).made();
  }

  /** The same, marked as read-only or not, as native clients write it. */
  Volume readonly(boolean value) {
    var marked = new LinkedHashMap<>(metadata);
    marked.put(READONLY, value ? "True" : "False");
    return edit().metadata(marked).made();
  }

  /** The same, no longer meant for this server. */
  Volume unclaimed(Ref server) {
    return server.equals(claim) ? edit().claim(null).made() : this;
  }

  /** The same with the place in this server changed. */
  public Volume in(Ref server, UnaryOperator<Attachment> change) {
    var changed =
        attachments.stream().map(a -> a.server().equals(server) ? change.apply(a) : a).toList();
    return edit().attachments(changed).made();
  }

  /** A copy to be changed. */
  public VolumeDraft edit() {
    return new VolumeDraft(this);
  }
}
