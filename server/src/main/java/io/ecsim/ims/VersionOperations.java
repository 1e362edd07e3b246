package io.ecsim.ims;

import io.ecsim.api.Call;
import io.ecsim.api.ims.Version;
import io.ecsim.api.ims.VersionLink;
import io.ecsim.api.ims.VersionsApi;
import io.ecsim.api.ims.VersionsResponse;
import java.util.List;

/**
 * The version of the native image API. OpenStack clients ask for it before anything else, even
 * before they make a disk: {@code openstack-clients.md} 1.4.
 */
final class VersionOperations implements VersionsApi {

  @Override
  public VersionsResponse listVersions(Call call) {
    var link = new VersionLink(call.baseUrl() + "/v2/", "self");
    return new VersionsResponse(List.of(new Version("v2.5", List.of(link), "CURRENT")));
  }
}
