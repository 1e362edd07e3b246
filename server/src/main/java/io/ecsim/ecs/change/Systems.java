package io.ecsim.ecs.change;

import io.ecsim.api.ApiError;
import io.ecsim.ecs.create.Foreign;
import io.ecsim.ecs.server.Login;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.NewSystem;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.SystemRules;
import io.ecsim.ecs.server.Texts;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Images;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How servers get an operating system: {@code ecs-lifecycle.md} b.7, b.8. */
public final class Systems {
  private final Neighbours cloud;
  private final ServerTable table;
  private final SystemRules rules;
  private final Downtime downtime;

  public Systems(Neighbours cloud, ServerTable table) {
    this.cloud = cloud;
    this.table = table;
    this.rules = new SystemRules(cloud.disks(), cloud.inventory());
    this.downtime = new Downtime(table);
  }

  /**
   * What clients want.
   *
   * @param image the image's id, or null for the server's own
   * @param keyName a key pair's name, or null
   * @param password whether a password is set
   * @param userData what cloud-init is given, base64, or null for what it was given before
   * @param metadata the new disk's metadata
   * @param stopping whether a server that runs may be stopped for it
   */
  public record Wish(
      String image,
      String keyName,
      boolean password,
      String userData,
      Map<String, String> metadata,
      boolean stopping) {}

  /** The server's own image again, in one job that starts the server. */
  public Plan reinstalled(Tx tx, String kind, Ref server, Wish wish) {
    return replaced(tx, kind, server, table.systems.reinstall, wish);
  }

  /** Another image, in one job that starts the server. */
  public Plan changed(Tx tx, String kind, Ref server, Wish wish) {
    return replaced(tx, kind, server, table.systems.change, wish);
  }

  private Plan replaced(Tx tx, String kind, Ref ref, Edge<Server, NewSystem> edge, Wish wish) {
    NewSystem system = system(tx, tx.state().require(table.servers, ref), wish);
    Plan plan =
        downtime.around(
            tx, kind, ref, edge, system, wish.stopping(), Downtime.Start.ALWAYS, List.of());
    Foreign.refuse(cloud.disks().problem(tx.state(), ref.project(), List.of(system.order())));
    return plan;
  }

  /** Natively: the server is on or off afterwards as it was before. */
  public Plan rebuilt(Tx tx, Ref ref, Wish wish) {
    Resource<Server> server = tx.state().require(table.servers, ref);
    return Plan.of(table.systems.rebuild, ref, system(tx, server, wish));
  }

  private NewSystem system(Tx tx, Resource<Server> server, Wish wish) {
    Texts.checkUserData(wish.userData());
    Images.Facts image = image(tx.state(), server, wish.image());
    checkKey(tx.state(), server.ref().project(), wish.keyName());
    return new NewSystem(image, order(tx, server, image, wish), login(server.spec(), wish));
  }

  private Images.Facts image(State state, Resource<Server> server, String asked) {
    String id = asked == null ? server.spec().build().imageId() : asked;
    Images.Facts image = cloud.images().find(state, server.ref().project(), id);
    if (image == null) {
      throw new ApiError("Ecs.0031", "The image %s does not exist.".formatted(id));
    }
    return image;
  }

  private void checkKey(State state, String project, String name) {
    if (name != null && cloud.keypairs().find(state, project, name) == null) {
      throw new ApiError("Ecs.0314", "The key pair '%s' does not exist.".formatted(name));
    }
  }

  /** A disk like the present one; like the last one if making another has failed; or null. */
  private Disks.Order order(Tx tx, Resource<Server> server, Images.Facts image, Wish wish) {
    Ref ref = server.ref();
    Optional<Disks.Attached> old = rules.of(tx.state(), server);
    if (old.isEmpty() && server.spec().lost() == null) {
      return null;
    }
    String id = tx.id(ref.type() + ".system", ref.project(), ref.id());
    Disks.Order like =
        old.map(disk -> cloud.disks().like(tx.state(), disk.ref(), ref, id, image.id()))
            .orElseGet(() -> server.spec().lost().as(id, image.id()));
    return like.with(wish.metadata());
  }

  private static Login login(Server server, Wish wish) {
    Login before = server.login();
    String data = wish.userData() == null ? before.userData() : wish.userData();
    return wish.keyName() == null && !wish.password()
        ? before.withUserData(data)
        : new Login(wish.keyName(), wish.password(), data);
  }

  /** The metadata of a disk, as far as it is said. */
  public static Map<String, String> metadata(String encrypted, String key) {
    var metadata = new LinkedHashMap<String, String>();
    if (encrypted != null) {
      metadata.put("__system__encrypted", encrypted);
    }
    if (key != null) {
      metadata.put("__system__cmkid", key);
    }
    return metadata;
  }
}
