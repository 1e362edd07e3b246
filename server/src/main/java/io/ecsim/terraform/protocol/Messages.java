package io.ecsim.terraform.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The messages of protocol 5, as far as they are needed; a number is a field's number on the wire.
 * They are written and read, never compared. (terraform-plugin-protocol 5.)
 */
@SuppressWarnings("ArrayRecordComponent")
final class Messages {
  private Messages() {}

  record DynamicValue(
      @JsonProperty(index = 1) byte[] msgpack, @JsonProperty(index = 2) byte[] json) {}

  record Diagnostic(
      @JsonProperty(index = 1) int severity,
      @JsonProperty(index = 2) String summary,
      @JsonProperty(index = 3) String detail,
      @JsonProperty(index = 4) AttributePath attribute) {}

  record AttributePath(@JsonProperty(index = 1) List<Step> steps) {}

  record Step(
      @JsonProperty(index = 1, value = "attribute_name") String attributeName,
      @JsonProperty(index = 2, value = "element_key_string") String elementKeyString,
      @JsonProperty(index = 3, value = "element_key_int") Long elementKeyInt) {}

  record RawState(@JsonProperty(index = 1) byte[] json) {}

  record Schema(@JsonProperty(index = 1) long version, @JsonProperty(index = 2) Block block) {}

  record Block(
      @JsonProperty(index = 2) List<Attribute> attributes,
      @JsonProperty(index = 3, value = "block_types") List<NestedBlock> blockTypes) {}

  record Attribute(
      @JsonProperty(index = 1) String name,
      @JsonProperty(index = 2) byte[] type,
      @JsonProperty(index = 4) boolean required,
      @JsonProperty(index = 5) boolean optional,
      @JsonProperty(index = 6) boolean computed,
      @JsonProperty(index = 7) boolean sensitive,
      @JsonProperty(index = 9) boolean deprecated) {}

  record NestedBlock(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) Block block,
      @JsonProperty(index = 3) int nesting,
      @JsonProperty(index = 4, value = "min_items") long minItems,
      @JsonProperty(index = 5, value = "max_items") long maxItems) {}

  record SchemaEntry(@JsonProperty(index = 1) String key, @JsonProperty(index = 2) Schema value) {}

  record ServerCapabilities(
      @JsonProperty(index = 1, value = "plan_destroy") boolean planDestroy,
      @JsonProperty(index = 2, value = "get_provider_schema_optional")
          boolean getProviderSchemaOptional,
      @JsonProperty(index = 3, value = "move_resource_state") boolean moveResourceState) {}

  record SchemaResponse(
      @JsonProperty(index = 1) Schema provider,
      @JsonProperty(index = 2, value = "resource_schemas") List<SchemaEntry> resourceSchemas,
      @JsonProperty(index = 3, value = "data_source_schemas") List<SchemaEntry> dataSourceSchemas,
      @JsonProperty(index = 6, value = "server_capabilities")
          ServerCapabilities serverCapabilities) {}

  record PrepareRequest(@JsonProperty(index = 1) DynamicValue config) {}

  record PrepareResponse(
      @JsonProperty(index = 1, value = "prepared_config") DynamicValue preparedConfig,
      @JsonProperty(index = 2) List<Diagnostic> diagnostics) {}

  record ValidateRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) DynamicValue config) {}

  /** What has nothing to tell but problems. */
  record Diagnostics(@JsonProperty(index = 1) List<Diagnostic> diagnostics) {}

  record ConfigureRequest(
      @JsonProperty(index = 1, value = "terraform_version") String terraformVersion,
      @JsonProperty(index = 2) DynamicValue config) {}

  record UpgradeRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) long version,
      @JsonProperty(index = 3, value = "raw_state") RawState rawState) {}

  record UpgradeResponse(
      @JsonProperty(index = 1, value = "upgraded_state") DynamicValue upgradedState,
      @JsonProperty(index = 2) List<Diagnostic> diagnostics) {}

  record ReadRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2, value = "current_state") DynamicValue currentState,
      @JsonProperty(index = 3, value = "private") byte[] secret) {}

  record ReadResponse(
      @JsonProperty(index = 1, value = "new_state") DynamicValue newState,
      @JsonProperty(index = 2) List<Diagnostic> diagnostics,
      @JsonProperty(index = 3, value = "private") byte[] secret) {}

  record PlanRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2, value = "prior_state") DynamicValue priorState,
      @JsonProperty(index = 3, value = "proposed_new_state") DynamicValue proposedNewState,
      @JsonProperty(index = 4) DynamicValue config,
      @JsonProperty(index = 5, value = "prior_private") byte[] priorPrivate) {}

  record PlanResponse(
      @JsonProperty(index = 1, value = "planned_state") DynamicValue plannedState,
      @JsonProperty(index = 2, value = "requires_replace") List<AttributePath> requiresReplace,
      @JsonProperty(index = 3, value = "planned_private") byte[] plannedPrivate,
      @JsonProperty(index = 4) List<Diagnostic> diagnostics,
      @JsonProperty(index = 5, value = "legacy_type_system") boolean legacyTypeSystem) {}

  record ApplyRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2, value = "prior_state") DynamicValue priorState,
      @JsonProperty(index = 3, value = "planned_state") DynamicValue plannedState,
      @JsonProperty(index = 4) DynamicValue config,
      @JsonProperty(index = 5, value = "planned_private") byte[] plannedPrivate) {}

  record ApplyResponse(
      @JsonProperty(index = 1, value = "new_state") DynamicValue newState,
      @JsonProperty(index = 2, value = "private") byte[] secret,
      @JsonProperty(index = 3) List<Diagnostic> diagnostics,
      @JsonProperty(index = 4, value = "legacy_type_system") boolean legacyTypeSystem) {}

  record ImportRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) String id) {}

  record ImportedResource(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) DynamicValue state) {}

  record ImportResponse(
      @JsonProperty(index = 1, value = "imported_resources") List<ImportedResource> resources,
      @JsonProperty(index = 2) List<Diagnostic> diagnostics) {}

  record DataRequest(
      @JsonProperty(index = 1, value = "type_name") String typeName,
      @JsonProperty(index = 2) DynamicValue config) {}

  record DataResponse(
      @JsonProperty(index = 1) DynamicValue state,
      @JsonProperty(index = 2) List<Diagnostic> diagnostics) {}

  record StopResponse(@JsonProperty(index = 1, value = "Error") String error) {}

  /** What asks nothing in particular, or answers nothing. */
  record Empty() {}
}
