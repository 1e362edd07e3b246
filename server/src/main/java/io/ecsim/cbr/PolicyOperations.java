package io.ecsim.cbr;

import io.ecsim.api.Call;
import io.ecsim.api.cbr.ListPoliciesQuery;
import io.ecsim.api.cbr.ListPoliciesResponse;
import io.ecsim.api.cbr.PoliciesApi;
import java.util.List;

/** Policies can be asked for, but not made: there are none. */
final class PolicyOperations implements PoliciesApi {
  @Override
  public ListPoliciesResponse listPolicies(Call call, ListPoliciesQuery query) {
    return new ListPoliciesResponse(0, List.of());
  }
}
