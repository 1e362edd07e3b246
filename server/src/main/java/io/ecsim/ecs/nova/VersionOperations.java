package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaLink;
import io.ecsim.api.ecs.NovaListVersionsResponse;
import io.ecsim.api.ecs.NovaListVersionsVersion;
import io.ecsim.api.ecs.NovaMediaType;
import io.ecsim.api.ecs.NovaShowVersionResponse;
import io.ecsim.api.ecs.NovaVersion;
import io.ecsim.api.ecs.VersionsApi;
import java.util.List;

/** Which versions of the native API there are: {@code ecs-lifecycle.md} e. */
public record VersionOperations() implements VersionsApi {
  /** The versions; the second has microversions. */
  private static final List<Api> APIS =
      List.of(
          new Api("v2.0", "SUPPORTED", "", "", "2011-01-21T11:33:21Z"),
          new Api("v2.1", "CURRENT", "2.1", "2.60", "2013-07-23T11:33:21Z"));

  /** A version of the native API. */
  private record Api(String id, String status, String least, String most, String updated) {
    List<NovaLink> links(Call call) {
      String path = id.equals("v2.0") ? "v2" : id;
      return List.of(new NovaLink(call.baseUrl() + "/" + path + "/", "self"));
    }
  }

  @Override
  public NovaListVersionsResponse novaListVersions(Call call) {
    return new NovaListVersionsResponse(APIS.stream().map(api -> brief(call, api)).toList());
  }

  private static NovaListVersionsVersion brief(Call call, Api api) {
    return NovaListVersionsVersion.builder()
        .id(api.id())
        .status(api.status())
        .minVersion(api.least())
        .version(api.most())
        .updated(api.updated())
        .links(api.links(call))
        .build();
  }

  @Override
  public NovaShowVersionResponse novaShowVersion(Call call, String apiVersion) {
    String id = apiVersion.equals("v2") ? "v2.0" : apiVersion;
    Api api =
        APIS.stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new ApiError(
                        404, "APIGW.0101", "There is no version %s.".formatted(apiVersion)));
    return new NovaShowVersionResponse(
        NovaVersion.builder()
            .id(api.id())
            .status(api.status())
            .minVersion(api.least())
            .version(api.most())
            .updated(api.updated())
            .links(api.links(call))
            .mediaTypes(
                List.of(
                    new NovaMediaType(
                        "application/json", "application/vnd.openstack.compute+json;version=2")))
            .build());
  }
}
