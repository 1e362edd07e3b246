package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;

import io.ecsim.terraform.schema.Schema;

/**
 * The table of the {@code provider} block. Most of it is about reaching the real cloud and has no
 * effect here; {@code endpoints} are never followed, so nothing leaves the machine.
 */
final class ProviderBlock {
  static final Schema SCHEMA =
      Schema.of(
          optional("access_key", STRING).sensitive().requires("secret_key"),
          optional("agency_domain_name", STRING).requires("agency_name"),
          optional("agency_name", STRING).requires("agency_domain_name"),
          blocks(
              "assume_role",
              0,
              0,
              required("agency_name", STRING),
              optional("domain_id", STRING),
              optional("domain_name", STRING),
              optional("duration", NUMBER)),
          blocks(
              "assume_role_with_oidc",
              0,
              1,
              required("agency_name", STRING),
              required("domain_id", STRING),
              required("idp_id", STRING),
              optional("duration", NUMBER),
              optional("id_token", STRING)
                  .sensitive()
                  .exactlyOneOf(
                      "assume_role_with_oidc.0.id_token", "assume_role_with_oidc.0.id_token_file"),
              optional("id_token_file", STRING)
                  .exactlyOneOf(
                      "assume_role_with_oidc.0.id_token", "assume_role_with_oidc.0.id_token_file")),
          optional("auth_url", STRING),
          optional("cacert_file", STRING),
          optional("cert", STRING),
          optional("cloud", STRING),
          optional("default_tags", map(STRING)),
          optional("delegated_project", STRING),
          optional("domain_id", STRING),
          optional("domain_name", STRING),
          optional("enable_force_new", BOOL),
          optional("endpoints", map(STRING)),
          optional("enterprise_project_id", STRING),
          optional("ignore_tags", list(STRING)),
          optional("insecure", BOOL),
          optional("key", STRING),
          optional("max_retries", NUMBER),
          optional("password", STRING).sensitive(),
          optional("profile", STRING),
          optional("project_id", STRING),
          optional("project_name", STRING),
          optional("region", STRING),
          optional("regional", BOOL),
          optional("secret_key", STRING).sensitive().requires("access_key"),
          optional("security_token", STRING).sensitive().requires("access_key"),
          optional("shared_config_file", STRING),
          optional("signing_algorithm", STRING),
          optional("skip_check_upgrade", BOOL),
          optional("skip_check_website_type", BOOL),
          optional("tenant_id", STRING),
          optional("tenant_name", STRING),
          optional("token", STRING).sensitive(),
          optional("user_id", STRING),
          optional("user_name", STRING));

  private ProviderBlock() {}
}
