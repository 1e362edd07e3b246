package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;

/** Whose account it is, and who asks. (provider-behaviour 5.) */
final class AccountData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          computed("current_project_id", STRING),
          computed("name", STRING),
          computed("user_id", STRING),
          computed("username", STRING));

  @Override
  public String name() {
    return "huaweicloud_account";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    JsonNode account = query.get("iam", "/v3/auth/domains").path("domains").path(0);
    if (account.isMissingNode()) {
      throw Problem.error(
          "failed to query account: you are not authorized to perform the action", "");
    }
    Found found =
        Found.nothing()
            .with("id", account.path("id"))
            .with("name", account.path("name"))
            .with("current_project_id", query.cloud().project());
    try {
      JsonNode caller = query.get("sts", "/v5/caller-identity");
      String urn = caller.path("principal_urn").asText();
      return found
          .with("user_id", caller.path("principal_id"))
          .with("username", urn.substring(urn.lastIndexOf(':') + 1));
    } catch (ApiFailure unknown) {
      // As in the cloud: an account without the name of who asks is better than none.
      return found;
    }
  }
}
