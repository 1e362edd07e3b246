package io.ecsim.cbr;

import io.ecsim.api.cbr.Billing;
import io.ecsim.api.cbr.BindRules;
import io.ecsim.api.cbr.Tag;
import io.ecsim.api.cbr.VaultResource;
import io.ecsim.pack.Backups;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Vaults as the API shows them. */
final class VaultView {
  private final Backups backups;
  private final String user;

  /**
   * A view.
   *
   * @param user the id of the user that all belongs to
   */
  VaultView(Backups backups, String user) {
    this.backups = backups;
    this.user = user;
  }

  io.ecsim.api.cbr.Vault of(State state, Resource<Vault> resource) {
    Vault vault = resource.spec();
    List<Backups.Facts> held = held(state, resource);
    return io.ecsim.api.cbr.Vault.builder()
        .id(resource.id())
        .name(vault.name())
        .description(vault.description())
        .projectId(resource.ref().project())
        .providerId(Protection.PROVIDER)
        .userId(user)
        .createdAt(Times.of(resource.createdAt()))
        .enterpriseProjectId(vault.terms().enterpriseProject())
        .backupNamePrefix(vault.terms().prefix())
        .autoBind(false)
        .autoExpand(false)
        .locked(false)
        .bindRules(new BindRules(tags(vault.terms().bindRules())))
        .tags(tags(vault.tags()))
        .resources(
            vault.members().stream()
                .map(disk -> member(state, resource, disk, held))
                .filter(Objects::nonNull)
                .toList())
        .billing(billing(state, resource, held))
        .build();
  }

  private Billing billing(State state, Resource<Vault> resource, List<Backups.Facts> held) {
    Vault vault = resource.spec();
    long allocated =
        vault.members().stream()
            .map(disk -> backups.disk(state, resource.ref().project(), disk))
            .filter(Objects::nonNull)
            .mapToLong(disk -> (long) disk.size() * Protection.MIB_PER_GIB)
            .sum();
    return Billing.builder()
        .allocated(allocated)
        .used(Protection.size(held))
        .size(vault.size())
        .status(resource.status().label())
        .cloudType("public")
        .chargingMode("post_paid")
        .consistentLevel(vault.terms().consistency())
        .objectType("disk")
        .protectType("backup")
        .specCode("vault.backup.volume.normal")
        .isMultiAz(false)
        .build();
  }

  private VaultResource member(
      State state, Resource<Vault> vault, String id, List<Backups.Facts> held) {
    Backups.Disk disk = backups.disk(state, vault.ref().project(), id);
    if (disk == null) {
      return null;
    }
    List<Backups.Facts> own = held.stream().filter(b -> b.disk().equals(id)).toList();
    return VaultResource.builder()
        .id(id)
        .type(Protection.DISK)
        .name(disk.name())
        .size(disk.size())
        .protectStatus(Protection.status(own))
        .backupSize(Protection.size(own))
        .backupCount(own.size())
        .build();
  }

  /** The backups that a vault holds. */
  List<Backups.Facts> held(State state, Resource<Vault> vault) {
    return backups.all(state, vault.ref().project()).stream()
        .filter(backup -> vault.ref().equals(backup.vault()))
        .toList();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }
}
