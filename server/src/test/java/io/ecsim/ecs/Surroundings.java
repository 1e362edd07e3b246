package io.ecsim.ecs;

import io.ecsim.bss.BssPack;
import io.ecsim.eip.EipPack;
import io.ecsim.evs.EvsDisks;
import io.ecsim.evs.EvsPack;
import io.ecsim.ims.ImsPack;
import io.ecsim.inventory.Inventory;
import io.ecsim.kms.KmsPack;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Subscribed;
import io.ecsim.vpc.VpcPack;
import java.util.List;

/** A cloud around servers. */
final class Surroundings {
  static final String REGION = "cn-north-4";
  static final String ZONE = REGION + "a";

  final Inventory inventory;
  final EcsPack ecs;
  private final VpcPack vpc;
  private final EipPack eip;
  private final ImsPack ims;
  private final KmsPack kms;
  private final EvsPack evs;
  private final BssPack bss;

  Surroundings() {
    this(Inventory.builtIn(REGION));
  }

  Surroundings(Inventory inventory) {
    this.inventory = inventory;
    this.vpc = new VpcPack(inventory, this::servers, this::addresses);
    this.eip = new EipPack(inventory, vpc);
    this.kms = new KmsPack(inventory, this::servers);
    this.ims = new ImsPack(inventory);
    this.bss = new BssPack(REGION, this::subscribed);
    this.ecs = new EcsPack(inventory, new EvsDisks(inventory, ims), vpc, eip, ims, ims, kms, bss);
    this.evs = new EvsPack(inventory, ims, ims, ecs, bss);
  }

  private List<Subscribed> subscribed() {
    return List.of(ecs.subscribed(), evs.subscribed());
  }

  private EcsPack servers() {
    return ecs;
  }

  private EipPack addresses() {
    return eip;
  }

  Pack[] packs() {
    return new Pack[] {vpc, eip, ims, kms, evs, ecs, bss};
  }

  /** An Ubuntu that fits any flavor. */
  String image() {
    return inventory.images().get(0).id();
  }
}
