package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.cbr.AddVaultResourceRequest;
import io.ecsim.api.cbr.AddVaultResourceResponse;
import io.ecsim.api.cbr.BillingCreate;
import io.ecsim.api.cbr.CreateVaultRequest;
import io.ecsim.api.cbr.ListVaultsQuery;
import io.ecsim.api.cbr.ListVaultsResponse;
import io.ecsim.api.cbr.RemoveVaultResourceRequest;
import io.ecsim.api.cbr.RemoveVaultResourceResponse;
import io.ecsim.api.cbr.Tag;
import io.ecsim.api.cbr.VaultCreate;
import io.ecsim.api.cbr.VaultResponse;
import io.ecsim.api.cbr.VaultsApi;
import io.ecsim.pack.Backups;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Vaults: create, list, show, delete; disks come and go. */
final class VaultOperations implements VaultsApi {
  private static final int NOT_MODELLED = 501;

  private final Backups backups;
  private final Members members;
  private final VaultView view;

  VaultOperations(Backups backups, VaultView view) {
    this.backups = backups;
    this.members = new Members(backups);
    this.view = view;
  }

  @Override
  public VaultResponse createVault(Call call, CreateVaultRequest body) {
    VaultCreate wanted = body.vault();
    checkModelled(wanted);
    Ref made =
        call.transact(
            tx -> {
              List<String> disks = members.check(tx.state(), call.project(), wanted.resources());
              String type = VaultTable.VAULTS.type();
              Ref ref = new Ref(type, call.project(), tx.id(type, call.project(), wanted.name()));
              Prompt.over(
                  tx.begin(Plan.create(VaultTable.CREATE, ref, vault(wanted, disks), null)));
              return ref;
            });
    return showVault(call, made.id());
  }

  private static void checkModelled(VaultCreate wanted) {
    BillingCreate billing = wanted.billing();
    refuse(!"disk".equals(billing.objectType()), "object_type", billing.objectType());
    refuse(!"backup".equals(billing.protectType()), "protect_type", billing.protectType());
    refuse("pre_paid".equals(billing.chargingMode()), "charging_mode", billing.chargingMode());
    refuse(wanted.backupPolicyId() != null, "backup_policy_id", wanted.backupPolicyId());
    refuse(wanted.autoBind(), "auto_bind");
    refuse(wanted.autoExpand(), "auto_expand");
    refuse(wanted.locked(), "locked");
  }

  private static void refuse(boolean so, String field, String value) {
    if (so) {
      throw new ApiError(
          NOT_MODELLED,
          "ecsim.NotModelled",
          "ecsim does not model a vault with %s %s.".formatted(field, value));
    }
  }

  private static void refuse(Boolean option, String field) {
    refuse(Boolean.TRUE.equals(option), field, "true");
  }

  private static Vault vault(VaultCreate wanted, List<String> disks) {
    return new Vault(
        wanted.name(),
        Objects.requireNonNullElse(wanted.description(), ""),
        wanted.billing().size(),
        new Vault.Terms(
            wanted.billing().consistentLevel(),
            Objects.requireNonNullElse(wanted.enterpriseProjectId(), "0"),
            Objects.requireNonNullElse(wanted.backupNamePrefix(), ""),
            tags(wanted.bindRules() == null ? null : wanted.bindRules().tags())),
        tags(wanted.tags()),
        disks);
  }

  private static Map<String, String> tags(List<Tag> tags) {
    var map = new LinkedHashMap<String, String>();
    if (tags != null) {
      tags.forEach(tag -> map.put(tag.key(), Objects.requireNonNullElse(tag.value(), "")));
    }
    return map;
  }

  @Override
  public VaultResponse showVault(Call call, String vaultId) {
    Resource<Vault> vault = call.glance().require(VaultTable.VAULTS, call.project(), vaultId);
    return new VaultResponse(view.of(call.glance().state(), vault));
  }

  @Override
  public ListVaultsResponse listVaults(Call call, ListVaultsQuery query) {
    List<Resource<Vault>> all =
        call.glance()
            .all(VaultTable.VAULTS, call.project())
            .filter(vault -> fits(query.id(), vault.id()))
            .filter(vault -> fits(query.name(), vault.spec().name()))
            .filter(vault -> fits(query.status(), vault.status().label()))
            .filter(vault -> fits(query.objectType(), "disk"))
            .filter(vault -> fits(query.protectType(), "backup"))
            .filter(vault -> fits(query.cloudType(), "public"))
            .filter(vault -> query.policyId() == null)
            .filter(vault -> ofProject(query.enterpriseProjectId(), vault.spec()))
            .filter(vault -> hasAny(query.resourceIds(), vault.spec()))
            .toList();
    List<io.ecsim.api.cbr.Vault> page =
        all.stream()
            .skip(Page.offset(query.offset()))
            .limit(Page.limit(query.limit()))
            .map(call.glance()::show)
            .map(vault -> view.of(call.glance().state(), vault))
            .toList();
    return new ListVaultsResponse(all.size(), page);
  }

  private static boolean fits(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  private static boolean ofProject(String wanted, Vault vault) {
    return "all_granted_eps".equals(wanted) || fits(wanted, vault.terms().enterpriseProject());
  }

  private static boolean hasAny(String ids, Vault vault) {
    return ids == null
        || ids.isEmpty()
        || List.of(ids.split(",")).stream().anyMatch(vault.members()::contains);
  }

  /** Its backups go with it. */
  @Override
  public void deleteVault(Call call, String vaultId) {
    CbrWords.in(
        call,
        () ->
            call.transact(
                tx -> {
                  Resource<Vault> vault =
                      tx.state().require(VaultTable.VAULTS, call.project(), vaultId);
                  List<Plan> deletions =
                      deletions(tx, call.project(), view.held(tx.state(), vault));
                  return tx.begin(Plan.of(VaultTable.DELETE, vault.ref(), deletions));
                }));
  }

  private List<Plan> deletions(Tx tx, String project, List<Backups.Facts> gone) {
    return gone.stream()
        .map(backup -> backups.delete(tx.state(), project, backup.ref().id()))
        .toList();
  }

  @Override
  public AddVaultResourceResponse addVaultResource(
      Call call, String vaultId, AddVaultResourceRequest body) {
    List<String> added =
        call.transact(
            tx -> {
              Resource<Vault> vault = VaultTable.ready(tx.state(), call.project(), vaultId);
              List<String> disks = members.check(tx.state(), call.project(), body.resources());
              tx.change(VaultTable.VAULTS, vault.ref(), old -> old.with(disks));
              return disks;
            });
    return new AddVaultResourceResponse(added);
  }

  /** The backups of a disk that leaves are deleted. */
  @Override
  public RemoveVaultResourceResponse removeVaultResource(
      Call call, String vaultId, RemoveVaultResourceRequest body) {
    List<String> disks = body.resourceIds();
    CbrWords.in(
        call,
        () ->
            call.transact(
                tx -> {
                  Resource<Vault> vault = VaultTable.ready(tx.state(), call.project(), vaultId);
                  remove(tx, vault, disks);
                  return null;
                }));
    return new RemoveVaultResourceResponse(disks);
  }

  private void remove(Tx tx, Resource<Vault> vault, List<String> disks) {
    Members.checkIn(vault, disks);
    List<Backups.Facts> gone =
        view.held(tx.state(), vault).stream().filter(b -> disks.contains(b.disk())).toList();
    if (!gone.isEmpty()) {
      tx.begin(Plan.together("remove_resource", deletions(tx, vault.ref().project(), gone)));
    }
    tx.change(VaultTable.VAULTS, vault.ref(), old -> old.without(disks));
  }
}
