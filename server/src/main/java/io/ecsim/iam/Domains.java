package io.ecsim.iam;

import io.ecsim.api.Call;
import io.ecsim.api.iam.DomainsApi;
import io.ecsim.api.iam.KeystoneDomain;
import io.ecsim.api.iam.KeystoneDomainsResponse;
import io.ecsim.api.iam.LinksSelf;
import java.util.List;

/** The domain of whoever asks: always exactly one. */
record Domains(Directory directory) implements DomainsApi {
  @Override
  public KeystoneDomainsResponse keystoneListAuthDomains(Call call) {
    Directory.Named domain = directory.domain(call.identity().domain(), null);
    var self = new LinksSelf(call.baseUrl() + "/v3/domains/" + domain.id());
    return new KeystoneDomainsResponse(
        List.of(new KeystoneDomain("", true, domain.id(), self, domain.name())),
        new LinksSelf(call.baseUrl() + "/v3/auth/domains"));
  }
}
