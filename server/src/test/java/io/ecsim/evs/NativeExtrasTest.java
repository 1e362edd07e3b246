package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What else native clients ask for: promises of types, extensions, quotas, zones, lists by time.
 */
class NativeExtrasTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void types_point_to_what_they_promise(String version) {
    HttpAnswer types = get(version, "/types");
    String id = types.at("/volume_types/1/qos_specs_id");
    HttpAnswer shown = get(version, "/qos-specs/" + id);

    assertThat(shown.at("/qos_specs/name")).isEqualTo(types.at("/volume_types/1/name"));
    assertThat(shown.at("/qos_specs/specs/total_iops_sec_max")).isNotEmpty();
    assertThat(Shop.each(get(version, "/qos-specs"), "qos_specs", "id")).contains(id);
    assertThat(Shop.each(get(version, "/qos-specs?limit=1"), "qos_specs", "id")).hasSize(1);
    assertThat(get(version, "/qos-specs/none").json().has("itemNotFound")).isTrue();
  }

  @Test
  void a_promise_tells_the_type_that_makes_it() {
    HttpAnswer types = get("v3", "/types");
    String id = types.at("/volume_types/1/qos_specs_id");

    HttpAnswer associations = get("v3", "/qos-specs/" + id + "/associations");

    assertThat(associations.at("/qos_associations/0/association_type")).isEqualTo("volume_type");
    assertThat(associations.at("/qos_associations/0/id")).isEqualTo(types.at("/volume_types/1/id"));
    assertThat(get("v3", "/qos-specs/none/associations").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void extensions_quotas_limits_and_zones_are_told(String version) {
    assertThat(Shop.each(get(version, "/extensions"), "extensions", "alias"))
        .contains("os-volume-actions", "backups", "qos-specs");
    assertThat(
            get(version, "/os-quota-sets/" + Ecsim.PROJECT).json().at("/quota_set/backups").isInt())
        .isTrue();
    assertThat(get(version, "/limits").at("/limits/absolute/totalBackupsUsed")).isEqualTo("0");
    assertThat(get(version, "/os-availability-zone").at("/availabilityZoneInfo/0/zoneName"))
        .isEqualTo("cn-north-4a");
  }

  @Test
  void a_disk_from_a_snapshot_takes_size_and_type_from_it() {
    String snapshot = shop.snapshot(shop.disk("data"), "before");
    HttpAnswer made = create("'snapshot_id':'" + snapshot + "'");

    assertThat(made.at("/volume/size")).isEqualTo("10");
    assertThat(made.at("/volume/volume_type")).isEqualTo("SAS");
    assertThat(create("'name':'x'").json().has("badRequest")).isTrue();
    assertThat(create("'snapshot_id':'" + snapshot + "','size':0").json().has("badRequest"))
        .isTrue();
  }

  @Test
  void lists_are_counted_and_filtered_by_time() {
    shop.disk("a");
    String before = created(shop.disk("b"));
    shop.ecsim.advance(java.time.Duration.ofSeconds(60));
    String disk = shop.disk("c");
    shop.snapshot(disk, "s");

    HttpAnswer page = get("v3", "/volumes/detail?limit=1&with_count=true");
    assertThat(page.at("/count")).isEqualTo("3");
    assertThat(get("v3", "/volumes").json().has("count")).isFalse();
    assertThat(names("/volumes/detail?created_at=gt:" + before)).containsExactly("c");
    assertThat(names("/volumes/detail?sort=name:asc&created_at=lte:" + created(disk)))
        .containsExactly("a", "b", "c");
    assertThat(names("/volumes/detail?updated_at=lt:2000-01-01T00:00:00")).isEmpty();
    assertThat(get("v3", "/volumes?created_at=about:" + before).json().has("badRequest")).isTrue();
    assertThat(get("v3", "/snapshots?with_count=true&all_tenants=1&sort=name:asc").at("/count"))
        .isEqualTo("1");
    assertThat(get("v3", "/snapshots/detail?created_at=lt:" + before).json().path("snapshots"))
        .isEmpty();
  }

  private List<String> names(String path) {
    return Shop.each(get("v3", path), "name");
  }

  private String created(String disk) {
    return shop.show(disk).at("/volume/created_at");
  }

  private HttpAnswer create(String members) {
    return shop.ecsim
        .http()
        .post(
            "/evs/v3/" + Ecsim.PROJECT + "/volumes",
            ("{'volume':{" + members + "}}").replace('\'', '"'));
  }

  private HttpAnswer get(String version, String path) {
    return shop.ecsim.http().get("/evs/" + version + "/" + Ecsim.PROJECT + path);
  }
}
