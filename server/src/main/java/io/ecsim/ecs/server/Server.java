package io.ecsim.ecs.server;

import io.ecsim.pack.Disks;
import io.ecsim.sim.Spec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a server is. Its disks and ports are resources of their own, which name it.
 *
 * @param name its name, not unique
 * @param hostname what the guest calls itself
 * @param description a text, or null
 * @param build what it is made of
 * @param origin where it comes from
 * @param login how one gets into it
 * @param metadata the user's metadata
 * @param system metadata that the cloud sets; it wins over the user's
 * @param labels its tags, in order
 * @param enterpriseProject its enterprise project; {@code 0} is the default one
 * @param autoTerminateTime when it is to be deleted, as it was written, or an empty text
 * @param access how its guest reaches its metadata
 * @param stay its stay in the recycle bin, or null
 * @param locked whether its owner has locked it
 * @param group the id of the server group it is in, or null
 * @param resizing how it got, or is about to get, its flavor; null if it always had it
 * @param lost the system disk it had before it failed to get another one; null if it has one
 * @param recovery whether it is started on another host when its own breaks down; null if nobody
 *     has said
 * @param frozenAt since when it is frozen, in milliseconds; 0 if it is not
 * @param launchedAt when it ran for the first time, in milliseconds; 0 before
 */
public record Server(
    String name,
    String hostname,
    String description,
    Build build,
    Origin origin,
    Login login,
    Map<String, String> metadata,
    Map<String, String> system,
    Map<String, String> labels,
    String enterpriseProject,
    String autoTerminateTime,
    MetadataAccess access,
    BinStay stay,
    boolean locked,
    String group,
    Resizing resizing,
    Disks.Order lost,
    Boolean recovery,
    long frozenAt,
    long launchedAt)
    implements Spec {

  /** Makes the maps immutable; they keep their order. */
  public Server {
    metadata = frozen(metadata);
    system = frozen(system);
    labels = frozen(labels);
  }

  private static Map<String, String> frozen(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public Map<String, String> tags() {
    return labels;
  }

  /** Whether it stays, faulty, if it could not be made: {@code ecs-lifecycle.md} d. */
  boolean stays() {
    return origin.door().equals(Origin.NATIVE);
  }

  /** Whether it has ever run. */
  public boolean launched() {
    return launchedAt != 0;
  }

  /** On what terms it is paid for. */
  public Tariff tariff() {
    return Tariff.of(this);
  }

  /**
   * While its flavor is being changed, the other one: that it shall get, then that it had; else
   * null. The quota counts with the larger of the two.
   */
  public String otherFlavor() {
    if (resizing == null || !resizing.open()) {
      return null;
    }
    return build.flavorId().equals(resizing.from()) ? resizing.to() : resizing.from();
  }

  /** All metadata as answers show it. */
  public Map<String, String> allMetadata() {
    var all = new LinkedHashMap<>(metadata);
    all.putAll(system);
    return all;
  }

  /** The same server, changed in what the change says. */
  public Server with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.server();
  }

  /** A server that is being changed. */
  public static final class Draft {
    public String name;
    public String hostname;
    public String description;
    public Build build;
    public Origin origin;
    public Login login;
    public Map<String, String> metadata;
    public Map<String, String> system;
    public Map<String, String> labels;
    public String enterpriseProject;
    public String autoTerminateTime;
    public MetadataAccess access;
    public BinStay stay;
    public boolean locked;
    public String group;
    public Resizing resizing;
    public Disks.Order lost;
    public Boolean recovery;
    public long frozenAt;
    public long launchedAt;

    private Draft(Server server) {
      name = server.name;
      hostname = server.hostname;
      description = server.description;
      build = server.build;
      origin = server.origin;
      login = server.login;
      metadata = server.metadata;
      system = server.system;
      labels = server.labels;
      enterpriseProject = server.enterpriseProject;
      autoTerminateTime = server.autoTerminateTime;
      access = server.access;
      stay = server.stay;
      locked = server.locked;
      group = server.group;
      resizing = server.resizing;
      lost = server.lost;
      recovery = server.recovery;
      frozenAt = server.frozenAt;
      launchedAt = server.launchedAt;
    }

    private Server server() {
      return new Server(
          name,
          hostname,
          description,
          build,
          origin,
          login,
          metadata,
          system,
          labels,
          enterpriseProject,
          autoTerminateTime,
          access,
          stay,
          locked,
          group,
          resizing,
          lost,
          recovery,
          frozenAt,
          launchedAt);
    }
  }
}
