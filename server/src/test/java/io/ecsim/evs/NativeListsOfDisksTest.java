package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native lists of disks: evs-schemas.md 4. */
class NativeListsOfDisksTest {
  private static final String DETAIL = "/evs/v3/" + Ecsim.PROJECT + "/volumes/detail";

  @RegisterExtension final Shop shop = new Shop();

  @BeforeEach
  void threeDisks() {
    create("b", 30, "{}");
    create("a", 10, "{\"use\":\"logs\"}");
    create("ab", 20, "{\"use\":\"logs\",\"team\":\"x\"}");
    shop.ecsim.advanceToIdle();
    create("c", 10, "{}");
  }

  private void create(String name, int size, String metadata) {
    shop.ecsim
        .http()
        .post(
            "/evs/v3/" + Ecsim.PROJECT + "/volumes",
            "{\"volume\":{\"volume_type\":\"SAS\",\"name\":\"%s\",\"size\":%s,\"metadata\":%s}}"
                .formatted(name, size, metadata));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all_tenants=1 | c ab a b",
        "sort_dir=asc | b a ab c",
        "sort_key=name&sort_dir=asc | a ab b c",
        "sort=size:asc,name:desc | c a ab b",
        "sort=name | c b ab a",
        "name=a | a",
        "status=creating | c",
        "status=available&sort_dir=asc | b a ab",
        "availability_zone=cn-north-4b |",
        "changes-since=2026-01-01T00:00:03Z&status=available | ab a b",
        "changes-since=2026-01-02T00:00:00 |",
        "limit=2&offset=1 | ab a",
        "offset=9 |",
      })
  void lists_are_filtered_sorted_and_cut(String query, String names) {
    HttpAnswer list = shop.ecsim.http().get(DETAIL + "?" + query);

    assertThat(list.status()).isEqualTo(200);
    assertThat(String.join(" ", Shop.each(list, "name"))).isEqualTo(names == null ? "" : names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"use\":\"logs\",\"team\":\"x\"}", "{'team': 'x'}"})
  void metadata_is_searched_as_json_or_as_python_writes_it(String metadata) {
    String query = URLEncoder.encode(metadata, StandardCharsets.UTF_8);

    assertThat(Shop.each(shop.ecsim.http().get(DETAIL + "?metadata=" + query), "name"))
        .containsExactly("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void the_link_to_the_next_page_leads_through_the_whole_list(String version) {
    var names = new ArrayList<String>();
    String path = "/evs/" + version + "/" + Ecsim.PROJECT + "/volumes?limit=3&sort_dir=asc";
    while (path != null) {
      JsonNode page = shop.ecsim.http().get(path).json();
      page.path("volumes").forEach(disk -> names.add(disk.path("name").textValue()));
      JsonNode next = page.at("/volumes_links/0");
      path = next.isMissingNode() ? null : next.path("href").textValue().substring(url());
    }

    assertThat(names).isEqualTo(List.of("b", "a", "ab", "c"));
  }

  private int url() {
    return shop.ecsim.url().length();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=ten",
        "offset=-1",
        "marker=nothing",
        "sort_key=colour",
        "sort_dir=sideways",
        "sort=size:up",
        "metadata=text",
        "changes-since=yesterday"
      })
  void what_makes_no_sense_is_a_bad_request(String query) {
    HttpAnswer refused = shop.ecsim.http().get(DETAIL + "?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/badRequest/code").intValue()).isEqualTo(400);
  }

  @Test
  void a_large_limit_is_the_largest() {
    assertThat(Shop.each(shop.ecsim.http().get(DETAIL + "?limit=5000"), "name")).hasSize(4);
  }

  @Test
  void a_brief_list_has_names_and_links_alone() {
    JsonNode disk =
        shop.ecsim.http().get("/evs/v3/" + Ecsim.PROJECT + "/volumes").json().at("/volumes/0");

    assertThat(disk.propertyStream().map(member -> member.getKey()).toList())
        .containsExactlyInAnyOrder("id", "links", "name");
  }
}
