package io.ecsim;

import io.ecsim.bss.BssPack;
import io.ecsim.cbr.CbrPack;
import io.ecsim.ecs.EcsPack;
import io.ecsim.eip.EipPack;
import io.ecsim.evs.EvsBackups;
import io.ecsim.evs.EvsDisks;
import io.ecsim.evs.EvsPack;
import io.ecsim.iam.IamPack;
import io.ecsim.ims.ImsPack;
import io.ecsim.inventory.Inventory;
import io.ecsim.kms.KmsPack;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Backups;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Servers;
import io.ecsim.pack.Subscribed;
import io.ecsim.pack.Tokens;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import io.ecsim.vpc.VpcPack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The services of a double, and how they know each other. */
final class Packs {
  private static final Set<String> BACKED_UP = Set.of("evs", "cbr");
  private static final Set<String> VAULT_WORDS =
      Set.of("vault_id", "checkpoint_id", "resource_id", "resource_type", "image_type");

  private final EcsPack ecs;
  private final EipPack eip;
  private final EvsPack evs;
  private final IamPack iam;
  private final Backups backups;
  private final Orders orders;
  private final List<Pack> all;
  private final Map<String, String> owners = new HashMap<>();

  Packs(Inventory inventory, LongSupplier wall) {
    ImsPack ims = new ImsPack(inventory);
    VpcPack vpc = new VpcPack(inventory, this::servers, this::addresses);
    this.eip = new EipPack(inventory, vpc);
    KmsPack kms = new KmsPack(inventory, this::servers);
    BssPack bss = new BssPack(inventory.region(), this::subscribed);
    this.ecs = new EcsPack(inventory, new EvsDisks(inventory, ims), vpc, eip, ims, ims, kms, bss);
    this.orders = bss;
    this.iam = new IamPack(inventory, wall);
    this.evs = new EvsPack(inventory, ims, ims, ecs, bss);
    this.backups = new EvsBackups(inventory);
    this.all = List.of(ecs, evs, vpc, eip, ims, kms, iam, bss, new CbrPack(inventory, backups));
    for (Pack pack : all) {
      for (Exhibit<?> exhibit : pack.exhibits()) {
        owners.put(exhibit.lifecycle().type(), pack.service());
      }
    }
  }

  private Servers servers() {
    return ecs;
  }

  private List<Subscribed> subscribed() {
    return List.of(ecs.subscribed(), evs.subscribed());
  }

  private Addresses addresses() {
    return eip;
  }

  /** Whom tokens stand for. */
  Tokens tokens() {
    return iam;
  }

  List<Pack> all() {
    return all;
  }

  /**
   * The service that is meant by a path that several have: it shows a job if it has the type of
   * what the job is first about; backups are shown as vaults show them if a vault has them, or if a
   * list is asked for by what only vaults know.
   */
  String serviceOf(
      World world, Set<String> services, Map<String, String> parameters, Set<String> query) {
    if (parameters.containsKey("job_id")) {
      return ofJob(world.read(), parameters.get("job_id"));
    }
    if (!services.equals(BACKED_UP)) {
      return null;
    }
    boolean ofVault =
        parameters.containsKey("backup_id")
            ? backups.vaultOf(world.read(), parameters.get("backup_id")) != null
            : query.stream().anyMatch(VAULT_WORDS::contains);
    return ofVault ? "cbr" : "evs";
  }

  private String ofJob(State state, String jobId) {
    Job job = state.job(jobId);
    if (job == null) {
      return state.projects().stream().anyMatch(p -> orders.awaited(state, p, jobId) != null)
          ? ecs.service()
          : null;
    }
    Ref ref = first(state, asked(state, job));
    return ref == null ? null : owners.get(ref.type());
  }

  /** What clients know of a job is part of: an order that has begun it does not count. */
  private static Job asked(State state, Job job) {
    Job whole = job;
    while (whole.parent() != null && whole.plan().job() == null) {
      whole = state.job(whole.parent());
    }
    return whole;
  }

  private static Ref first(State state, Job job) {
    if (job.ref() != null) {
      return job.ref();
    }
    return job.parts().isEmpty() ? null : first(state, state.job(job.parts().get(0)));
  }
}
