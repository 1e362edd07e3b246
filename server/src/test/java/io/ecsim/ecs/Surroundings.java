package io.ecsim.ecs;

import io.ecsim.api.Route;
import io.ecsim.evs.EvsDisks;
import io.ecsim.evs.VolumeTable;
import io.ecsim.inventory.Image;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Images;
import io.ecsim.pack.Keypairs;
import io.ecsim.pack.Pack;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.vpc.VpcPack;
import java.util.List;

/** The rest of the cloud around servers: real disks and networks, public images, one key pair. */
final class Surroundings {
  static final String REGION = "cn-north-4";
  static final String ZONE = REGION + "a";
  static final String KEY = "my-key";

  final Inventory inventory;
  final EcsPack ecs;
  final VpcPack vpc;

  Surroundings() {
    this(Inventory.builtIn(REGION));
  }

  Surroundings(Inventory inventory) {
    this.inventory = inventory;
    this.vpc = new VpcPack(inventory, this::servers);
    Images images = new PublicImages(inventory);
    this.ecs =
        new EcsPack(inventory, new EvsDisks(inventory, images), vpc, images, new OneKeypair());
  }

  private EcsPack servers() {
    return ecs;
  }

  Pack[] packs() {
    return new Pack[] {vpc, new DiskShelves(), ecs};
  }

  /** An Ubuntu that fits any flavor. */
  String image() {
    return inventory.images().get(0).id();
  }

  private record PublicImages(Inventory inventory) implements Images {
    @Override
    public Facts find(State state, String project, String id) {
      Image image = inventory.image(id);
      return image == null
          ? null
          : new Facts(
              id,
              image.name(),
              image.minDisk(),
              image.minRam(),
              "gold",
              image.os(),
              image.bits(),
              image.platform(),
              false,
              true);
    }
  }

  private record OneKeypair() implements Keypairs {
    @Override
    public Ref find(State state, String project, String name) {
      return name.equals(KEY) ? new Ref("keypair", project, name) : null;
    }
  }

  /** Disks without an API of their own. */
  private record DiskShelves() implements Pack {
    @Override
    public String service() {
      return "evs";
    }

    @Override
    public List<Exhibit<?>> exhibits() {
      return List.of(Exhibit.of(VolumeTable.VOLUMES));
    }

    @Override
    public List<Route> routes() {
      return List.of();
    }
  }
}
