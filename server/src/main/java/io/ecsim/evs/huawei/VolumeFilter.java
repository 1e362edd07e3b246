package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.ListVolumesBriefV2Query;
import io.ecsim.api.evs.ListVolumesQuery;
import io.ecsim.evs.disk.EnterpriseProjects;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.view.MetadataText;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.VolumeType;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Which disks a list shows: {@code evs-schemas.md} 4. */
final class VolumeFilter {
  private static final int MOST_IDS = 60;

  private final Inventory inventory;
  private final Listing<Volume> listing;

  private VolumeFilter(Listing<Volume> listing, Inventory inventory) {
    this.listing = listing;
    this.inventory = inventory;
  }

  /** Lets the list with details show only what is asked for. */
  static Listing<Volume> on(Listing<Volume> all, ListVolumesQuery query, Inventory inventory) {
    return new VolumeFilter(all, inventory)
        .common(query.name(), query.status(), query.metadata(), query.availabilityZone())
        .without(query.notMetadata())
        .when(query.multiattach(), (disk, shared) -> disk.spec().multiattach() == shared)
        .when(query.serviceType(), (disk, service) -> VolumeView.SERVICE.equals(service))
        .when(query.dedicatedStorageId(), (disk, pool) -> false)
        .when(query.dedicatedStorageName(), (disk, pool) -> false)
        .type(query.volumeTypeId())
        .ids(query.id(), query.ids())
        .enterpriseProject(query.enterpriseProjectId())
        .when(query.serverId(), VolumeFilter::isAttachedTo)
        .listing;
  }

  /** Lets the brief list show only what is asked for. */
  static Listing<Volume> on(
      Listing<Volume> all, ListVolumesBriefV2Query query, Inventory inventory) {
    return new VolumeFilter(all, inventory)
        .common(query.name(), query.status(), query.metadata(), query.availabilityZone())
        .listing;
  }

  private <T> VolumeFilter when(T given, BiPredicate<Resource<Volume>, T> fits) {
    listing.when(given, fits);
    return this;
  }

  private VolumeFilter common(String name, String status, String metadata, String zone) {
    if (zone != null && !zone.isEmpty() && !inventory.zones().contains(zone)) {
      throw new ApiError("EVS.1041", "There is no availability_zone %s.".formatted(zone));
    }
    return when(name, (disk, part) -> disk.spec().name().contains(part))
        .when(status, (disk, word) -> disk.status().label().equalsIgnoreCase(word))
        .when(zone, (disk, word) -> disk.spec().zone().equals(word))
        .with(metadata);
  }

  private VolumeFilter with(String metadata) {
    return metadata == null || metadata.isEmpty()
        ? this
        : when(
            MetadataText.parse("metadata", metadata),
            (disk, items) -> disk.spec().metadata().entrySet().containsAll(items.entrySet()));
  }

  private VolumeFilter without(String metadata) {
    return metadata == null || metadata.isEmpty()
        ? this
        : when(
            MetadataText.parse("not_metadata", metadata),
            (disk, items) ->
                items.entrySet().stream().noneMatch(disk.spec().metadata().entrySet()::contains));
  }

  private VolumeFilter type(String id) {
    VolumeType type = id == null ? null : inventory.volumeType(id);
    return when(id, (disk, word) -> type != null && disk.spec().type().equals(type.name()));
  }

  /** Many ids win over one; unknown ones are ignored. */
  private VolumeFilter ids(String one, String many) {
    if (many == null || many.isEmpty()) {
      return when(one, (disk, id) -> disk.id().equals(id));
    }
    Set<String> ids =
        Arrays.stream(many.replaceAll("[\\[\\]'\"\\s]", "").split(",", -1))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    if (ids.size() > MOST_IDS) {
      throw new ApiError(
          "EVS.5400", "ids names %s disks; %s are allowed.".formatted(ids.size(), MOST_IDS));
    }
    return when(ids, (disk, set) -> set.contains(disk.id()));
  }

  private VolumeFilter enterpriseProject(String id) {
    return when(
        EnterpriseProjects.wanted(id),
        (disk, word) -> disk.spec().enterpriseProject().equals(word));
  }

  private static boolean isAttachedTo(Resource<Volume> disk, String server) {
    return disk.spec().attachments().stream()
        .anyMatch(place -> place.made() && place.server().id().equals(server));
  }
}
