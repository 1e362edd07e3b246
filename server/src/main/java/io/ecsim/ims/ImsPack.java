package io.ecsim.ims;

import io.ecsim.api.Route;
import io.ecsim.api.ims.ImsRoutes;
import io.ecsim.inventory.Image;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.ImageMaking;
import io.ecsim.pack.Images;
import io.ecsim.pack.Pack;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;

/** The image service. */
public final class ImsPack implements Pack, Images, ImageMaking {
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
    return List.of(Exhibit.of(ImageTable.IMAGES));
  }

  @Override
  public List<Route> routes() {
    var catalogue = new Catalogue(inventory);
    return ImsRoutes.of(
        new NativeCatalogue(catalogue), catalogue, catalogue, new VersionOperations());
  }

  @Override
  public Facts find(State state, String project, String id) {
    Image image = inventory.image(id);
    return image == null ? own(state, project, id) : published(image);
  }

  private static Facts published(Image image) {
    return new Facts(
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

  private static Facts own(State state, String project, String id) {
    Resource<PrivateImage> made = state.find(ImageTable.IMAGES, project, id);
    if (made == null) {
      return null;
    }
    PrivateImage image = made.spec();
    return new Facts(
        id,
        image.name(),
        image.minDisk(),
        image.minRam(),
        "private",
        image.os(),
        image.bits(),
        image.platform(),
        image.dataDisk(),
        made.status() == ImageStatus.ACTIVE);
  }

  @Override
  public Plan make(Tx tx, String project, Order order, Plan disk) {
    Map<String, String> origin = order.origin();
    var image =
        new PrivateImage(
            order.name(),
            order.diskFormat(),
            order.containerFormat(),
            origin.getOrDefault("__os_type", order.os()),
            origin.getOrDefault("__os_bit", "64"),
            origin.getOrDefault("__platform", "Other"),
            order.size(),
            Integer.parseInt(origin.getOrDefault("min_ram", "0")),
            order.dataDisk());
    String type = ImageTable.IMAGES.type();
    Ref ref = new Ref(type, project, tx.id(type, project, order.name()));
    return Plan.create(ImageTable.CREATE, ref, image, disk);
  }
}
