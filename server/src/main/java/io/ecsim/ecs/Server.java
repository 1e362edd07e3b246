package io.ecsim.ecs;

import io.ecsim.sim.Spec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
 * @param locked whether its owner has locked it
 * @param launchedAt when it ran for the first time, in milliseconds; 0 before
 */
record Server(
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
    boolean locked,
    long launchedAt)
    implements Spec {

  /** Makes the maps immutable; they keep their order. */
  Server {
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

  /** Whether it has ever run. */
  boolean launched() {
    return launchedAt != 0;
  }

  /** All metadata as answers show it. */
  Map<String, String> allMetadata() {
    var all = new LinkedHashMap<>(metadata);
    all.putAll(system);
    return all;
  }

  Server with(Texts texts) {
    return new Server(
        texts.name(),
        texts.hostname(),
        texts.description(),
        build,
        origin,
        login.withUserData(texts.userData()),
        metadata,
        system,
        labels,
        enterpriseProject,
        autoTerminateTime,
        locked,
        launchedAt);
  }

  Server with(Login newLogin) {
    return new Server(
        name,
        hostname,
        description,
        build,
        origin,
        newLogin,
        metadata,
        system,
        labels,
        enterpriseProject,
        autoTerminateTime,
        locked,
        launchedAt);
  }

  Server withMetadata(Map<String, String> newMetadata) {
    return new Server(
        name,
        hostname,
        description,
        build,
        origin,
        login,
        newMetadata,
        system,
        labels,
        enterpriseProject,
        autoTerminateTime,
        locked,
        launchedAt);
  }

  Server withLabels(Map<String, String> newLabels) {
    return new Server(
        name,
        hostname,
        description,
        build,
        origin,
        login,
        metadata,
        system,
        newLabels,
        enterpriseProject,
        autoTerminateTime,
        locked,
        launchedAt);
  }

  Server withAutoTerminateTime(String time) {
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
        time,
        locked,
        launchedAt);
  }

  Server launchedAt(long now) {
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
        locked,
        now);
  }
}
