package io.ecsim;

import io.ecsim.bss.BssPack;
import io.ecsim.ecs.EcsPack;
import io.ecsim.eip.EipPack;
import io.ecsim.evs.EvsDisks;
import io.ecsim.evs.EvsPack;
import io.ecsim.iam.IamPack;
import io.ecsim.ims.ImsPack;
import io.ecsim.inventory.Inventory;
import io.ecsim.kms.KmsPack;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Exhibit;
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
import java.util.function.LongSupplier;

/** The services of a double, and how they know each other. */
final class Packs {
  private final EcsPack ecs;
  private final EipPack eip;
  private final EvsPack evs;
  private final IamPack iam;
  private final List<Pack> all;
  private final Map<String, String> owners = new HashMap<>();

  Packs(Inventory inventory, LongSupplier wall) {
    ImsPack ims = new ImsPack(inventory);
    VpcPack vpc = new VpcPack(inventory, this::servers, this::addresses);
    this.eip = new EipPack(inventory, vpc);
    KmsPack kms = new KmsPack(inventory, this::servers);
    this.ecs = new EcsPack(inventory, new EvsDisks(inventory, ims), vpc, eip, ims, kms);
    this.iam = new IamPack(inventory, wall);
    BssPack bss = new BssPack(inventory.region(), this::subscribed);
    this.evs = new EvsPack(inventory, ims, ecs, bss);
    this.all = List.of(ecs, evs, vpc, eip, ims, kms, iam, bss);
    for (Pack pack : all) {
      for (Exhibit<?> exhibit : pack.exhibits()) {
        owners.put(exhibit.lifecycle().type(), pack.service());
      }
    }
  }

  private Servers servers() {
    return ecs;
  }

  private Subscribed subscribed() {
    return evs.subscribed();
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

  /** The service that shows a job: the one that has the type of what the job is first about. */
  String serviceOf(World world, String jobId) {
    State state = world.read();
    Job job = state.job(jobId);
    Ref ref = job == null ? null : first(state, state.rootOf(job));
    return ref == null ? null : owners.get(ref.type());
  }

  private static Ref first(State state, Job job) {
    if (job.ref() != null) {
      return job.ref();
    }
    return job.parts().isEmpty() ? null : first(state, state.job(job.parts().get(0)));
  }
}
