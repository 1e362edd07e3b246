package io.ecsim.iam;

import io.ecsim.api.Call;
import io.ecsim.api.iam.KeystoneLink;
import io.ecsim.api.iam.KeystoneListVersionsResponse;
import io.ecsim.api.iam.KeystoneMediaType;
import io.ecsim.api.iam.KeystoneShowVersionResponse;
import io.ecsim.api.iam.KeystoneValue;
import io.ecsim.api.iam.KeystoneVersions;
import io.ecsim.api.iam.VersionsApi;
import java.util.List;

/** Which versions of the identity API there are: one. */
record Versions() implements VersionsApi {
  @Override
  public KeystoneListVersionsResponse keystoneListVersions(Call call) {
    return new KeystoneListVersionsResponse(new KeystoneVersions(List.of(version(call))));
  }

  @Override
  public KeystoneShowVersionResponse keystoneShowVersion(Call call) {
    return new KeystoneShowVersionResponse(version(call));
  }

  private static KeystoneValue version(Call call) {
    return new KeystoneValue(
        "v3.6",
        List.of(new KeystoneLink(call.baseUrl() + "/v3/", "self")),
        List.of(
            new KeystoneMediaType(
                "application/json", "application/vnd.openstack.identity-v3+json")),
        "stable",
        "2016-04-04T00:00:00Z");
  }
}
