package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.Microversions;
import io.ecsim.api.Operation;
import io.ecsim.api.evs.EvsOperations;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.MediaType;
import io.ecsim.api.evs.Version;
import io.ecsim.api.evs.VersionsApi;
import io.ecsim.api.evs.VersionsResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Versions of the API: {@code evs-schemas.md} 7. */
public final class VersionOperations implements VersionsApi {
  private static final Map<String, String> STATUSES =
      Map.of("v1", "DEPRECATED", "v2", "SUPPORTED", "v3", "CURRENT");

  /** What the contract says of the native operations, of which all have the same. */
  private static final Microversions MICRO =
      EvsOperations.all().stream()
          .map(Operation::microversions)
          .filter(Objects::nonNull)
          .findFirst()
          .orElseThrow();

  @Override
  public VersionsResponse listVersions(Call call) {
    return new VersionsResponse(
        STATUSES.keySet().stream().sorted().map(name -> version(call, name)).toList());
  }

  @Override
  public VersionsResponse showVersion(Call call, String version) {
    return new VersionsResponse(List.of(version(call, version)));
  }

  private static Version version(Call call, String name) {
    boolean micro = name.equals("v3");
    return Version.builder()
        .id(name + ".0")
        .links(List.of(new Link(call.baseUrl() + "/" + name + "/", "self")))
        .mediaTypes(
            List.of(
                new MediaType(
                    "application/json",
                    "application/vnd.openstack.volume+json;version=" + name.substring(1))))
        .status(STATUSES.get(name))
        .updated("2018-09-30T00:00:00Z")
        .version(micro ? MICRO.version(MICRO.most()) : "")
        .minVersion(micro ? MICRO.version(MICRO.least()) : "")
        .build();
  }
}
