package io.ecsim.ims;

import io.ecsim.api.Route;
import io.ecsim.api.ims.ImsRoutes;
import io.ecsim.inventory.Image;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Images;
import io.ecsim.pack.Pack;
import io.ecsim.sim.State;
import java.util.List;

/** The image service. */
public final class ImsPack implements Pack, Images {
  private final Inventory inventory;

  /** The service with the public images of this inventory. */
  public ImsPack(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public String service() {
    return "ims";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of();
  }

  @Override
  public List<Route> routes() {
    var catalogue = new Catalogue(inventory);
    return ImsRoutes.of(catalogue, catalogue, catalogue, new VersionOperations());
  }

  @Override
  public Facts find(State state, String project, String id) {
    Image image = inventory.image(id);
    return image == null
        ? null
        : new Facts(
            image.id(),
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
