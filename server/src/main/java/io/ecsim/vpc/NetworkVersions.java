package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.Link;
import io.ecsim.api.vpc.NeutronExtension;
import io.ecsim.api.vpc.NeutronListExtensionsResponse;
import io.ecsim.api.vpc.Version;
import io.ecsim.api.vpc.VersionsApi;
import io.ecsim.api.vpc.VersionsResponse;
import java.util.List;

/**
 * The version of the native network API, and what it can do beyond the core. There are clients that
 * take a network without this document for none: {@code openstack-clients.md} 1.4.
 */
final class NetworkVersions implements VersionsApi {

  @Override
  public VersionsResponse listVersions(Call call) {
    var link = new Link(call.baseUrl() + "/v2.0/", "self");
    return new VersionsResponse(List.of(new Version("v2.0", List.of(link), "CURRENT")));
  }

  @Override
  public NeutronListExtensionsResponse neutronListExtensions(Call call) {
    return new NeutronListExtensionsResponse(
        List.of(
            extension("security-group", "Security groups", "The security groups extension."),
            extension(
                "allowed-address-pairs", "Allowed address pairs", "More addresses of a port."),
            extension("extra_dhcp_opt", "Extra DHCP options", "DHCP options of a port.")));
  }

  private static NeutronExtension extension(String alias, String name, String description) {
    return new NeutronExtension(alias, description, List.of(), name, "2014-02-03T10:00:00-00:00");
  }
}
