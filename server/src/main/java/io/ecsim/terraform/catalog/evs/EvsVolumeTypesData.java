package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Types of disks; each of the three tables has names of its own. (terraform-huaweicloud 2.5.) */
final class EvsVolumeTypesData implements DataSource {
  private final String name;
  private final String path;
  private final String attribute;
  private final String zones;
  private final String soldOut;
  private final Schema schema;

  private EvsVolumeTypesData(
      String name, String path, String attribute, String zones, String soldOut, Member... more) {
    this.name = name;
    this.path = path;
    this.attribute = attribute;
    this.zones = zones;
    this.soldOut = soldOut;
    Type type = texts("id", "name", "description").and("extra_specs", list(texts(zones, soldOut)));
    Stream<Member> rows =
        Stream.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed(attribute, list(type)));
    this.schema = Schema.of(Stream.concat(rows, Stream.of(more)).toArray(Member[]::new));
  }

  /** All of them, from version 2. */
  static EvsVolumeTypesData v2() {
    return new EvsVolumeTypesData(
        "huaweicloud_evs_volume_types",
        "/v2/{project}/types",
        "types",
        "available_availability_zones",
        "sold_out_availability_zones");
  }

  /** All of them, from version 3. */
  static EvsVolumeTypesData v3() {
    return new EvsVolumeTypesData(
        "huaweicloud_evsv3_volume_types",
        "/v3/{project}/types",
        "volume_types",
        "availability_zones",
        "sold_out_availability_zones");
  }

  /** One of them. */
  static EvsVolumeTypesData detail() {
    return new EvsVolumeTypesData(
        "huaweicloud_evsv3_volume_type_detail",
        "/v3/{project}/types/",
        "volume_type",
        "reskey_availability_zones",
        "os_vendor_extended_sold_out_availability_zones",
        required("type_id", STRING));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Found read(Query query) {
    String id = query.config().filled("type_id");
    JsonNode answer = query.get("evs", id == null ? path : path + id);
    List<Map<String, Object>> types = new ArrayList<>();
    if (answer.has("volume_type")) {
      types.add(shown(answer.get("volume_type")));
    }
    answer.path("volume_types").forEach(type -> types.add(shown(type)));
    return Found.nothing()
        .with("id", ListId.uuid(types))
        .with("region", query.region())
        .with(attribute, types);
  }

  private Map<String, Object> shown(JsonNode type) {
    JsonNode specs = type.path("extra_specs");
    return Body.of(
        "id", type.path("id"),
        "name", type.path("name"),
        "description", type.path("description"),
        "extra_specs",
            List.of(
                Body.of(
                    zones, specs.path("RESKEY:availability_zones"),
                    soldOut, specs.path("os-vendor-extended:sold_out_availability_zones"))));
  }
}
