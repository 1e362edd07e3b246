package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may be made and what is, from either version of the API. (terraform-huaweicloud 2.5.) */
final class EvsQuotasData implements DataSource {
  private static final List<String> COMMON =
      List.of(
          "backup_gigabytes",
          "backups",
          "gigabytes",
          "gigabytes_gpssd",
          "gigabytes_sas",
          "gigabytes_sata",
          "gigabytes_ssd",
          "per_volume_gigabytes",
          "snapshots",
          "snapshots_gpssd",
          "snapshots_sas",
          "snapshots_sata",
          "snapshots_ssd",
          "volumes",
          "volumes_gpssd",
          "volumes_sas",
          "volumes_sata",
          "volumes_ssd");

  private static final List<String> MORE =
      List.of("gigabytes_essd", "snapshots_essd", "volumes_essd");

  private static final Type.ObjectOf FIGURES = texts().and("in_use", NUMBER).and("limit", NUMBER);

  private final String name;
  private final String version;
  private final Schema schema;

  private EvsQuotasData(String name, String version, Type usage, Type set) {
    this.name = name;
    this.version = version;
    this.schema =
        Schema.of(
            optionalComputed("id", STRING),
            required("usage", usage),
            optionalComputed("region", STRING),
            computed("quota_set", list(set)));
  }

  /** From version 2, which counts more and wants a capital {@code True}. */
  static EvsQuotasData v2() {
    Type.ObjectOf figures = FIGURES.and("reserved", NUMBER);
    Type.ObjectOf set = with(with(texts("id"), COMMON, figures), MORE, figures);
    return new EvsQuotasData("huaweicloud_evs_quotas", "v2", STRING, set);
  }

  /** From version 3. */
  static EvsQuotasData v3() {
    return new EvsQuotasData(
        "huaweicloud_evsv3_quotas", "v3", BOOL, with(texts(), COMMON, FIGURES));
  }

  private static Type.ObjectOf with(Type.ObjectOf set, List<String> names, Type figures) {
    Type.ObjectOf more = set;
    for (String name : names) {
      more = more.and(name, list(figures));
    }
    return more;
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
    String path = "/" + version + "/{project}/os-quota-sets/" + query.cloud().project();
    JsonNode told =
        query.get("evs", Url.of(path, "usage", query.config().get("usage"))).path("quota_set");
    Map<String, Object> set = new LinkedHashMap<>();
    told.properties().forEach(q -> set.put(q.getKey().toLowerCase(Locale.ROOT), q.getValue()));
    return Found.nothing()
        .with("id", ListId.uuid(told))
        .with("region", query.region())
        .with("quota_set", List.of(set));
  }
}
