package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same disks through the native API: evs-schemas.md 1.2, 2.3 and 3.1. */
class NativeDisksTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void create_poll_rename_delete(String version) {
    String base = base(version);
    HttpAnswer created =
        post(base, "{'volume':{'size':10,'name':'data','availability_zone':'cn-north-4a'}}");
    String id = created.at("/volume/id");

    assertThat(created.status()).isEqualTo(202);
    assertThat(created.at("/volume/status")).isEqualTo("creating");
    assertThat(created.at("/volume/links/0/href")).isEqualTo(shop.ecsim.url() + base + "/" + id);
    assertThat(shop.status(id)).isEqualTo("creating");
    shop.ecsim.advanceToIdle();
    assertThat(get(base + "/" + id).at("/volume/status")).isEqualTo("available");

    HttpAnswer renamed = put(base + "/" + id, "{'volume':{'display_name':'old','name':'new'}}");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.at("/volume/name")).isEqualTo("new");
    assertThat(shop.show(id).at("/volume/name")).isEqualTo("new");

    HttpAnswer deleted = shop.ecsim.http().delete(base + "/" + id);
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(deleted.text()).isEmpty();
    assertThat(shop.status(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(get(base + "/" + id).status()).isEqualTo(404);
    assertThat(get(base + "/" + id).at("/itemNotFound/message"))
        .isEqualTo("Volume " + id + " could not be found.");
  }

  @Test
  void what_one_family_makes_the_other_shows() {
    String id = shop.disk("data");
    JsonNode vendors = shop.show(id).json().path("volume");
    JsonNode natives = get(base("v3") + "/" + id).json().path("volume");
    JsonNode older = get(base("v2") + "/" + id).json().path("volume");

    natives
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().equals("links")) {
                assertThat(member.getValue()).isEqualTo(vendors.path(member.getKey()));
              }
            });
    assertThat(natives.path("wwn").textValue()).hasSize(32);
    assertThat(older.has("wwn") || older.has("service_type")).isFalse();
    assertThat(older.path("bootable").textValue()).isEqualTo("false");
    assertThat(get("/evs/v3/" + Ecsim.PROJECT + "/os-vendor-volumes/" + id).json().path("volume"))
        .isEqualTo(natives);
  }

  @Test
  void unset_members_may_be_null_and_zone_and_type_are_chosen() {
    HttpAnswer created =
        post(
            base("v3"),
            "{'volume':{'size':10,'name':null,'description':null,'volume_type':null,"
                + "'availability_zone':null,'imageRef':null,'snapshot_id':null,"
                + "'source_volid':null,'metadata':{},'consistencygroup_id':null,'unknown':1},"
                + "'OS-SCH-HNT:scheduler_hints':null}");

    assertThat(created.status()).isEqualTo(202);
    assertThat(created.at("/volume/availability_zone")).isEqualTo("cn-north-4a");
    assertThat(created.at("/volume/volume_type")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`size`:0 | 400 | badRequest",
        "`size`:10,`volume_type`:`GOLD` | 400 | badRequest",
        "`size`:10,`availability_zone`:`mars` | 400 | badRequest",
        "`size`:`ten` | 400 | badRequest",
        "`size`:10,`count`:2 | 400 | badRequest",
        "`size`:10,`imageRef`:`nothing` | 400 | badRequest",
        "`size`:32768 | 413 | overLimit",
        "`size`:10,`source_volid`:`other` | 501 | notImplemented",
      })
  void what_is_refused_is_refused_in_native_words(String members, int status, String key) {
    shop.create("'size':32768,'count':32");
    HttpAnswer refused = post(base("v3"), "{'volume':{" + members.replace('`', '"') + "}}");

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().at("/" + key + "/code").intValue()).isEqualTo(status);
    assertThat(refused.at("/" + key + "/message")).isNotEmpty();
    assertThat(shop.list("").json().path("count").intValue()).isEqualTo(32);
  }

  @Test
  void a_disk_that_is_being_made_is_not_deleted() {
    String id = shop.creating("data");
    HttpAnswer refused = shop.ecsim.http().delete(base("v3") + "/" + id);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).startsWith("Invalid volume: ").contains(id);
    assertThat(shop.status(id)).isEqualTo("creating");
  }

  @Test
  void a_deletion_that_fails_shows_in_both_families() {
    String id = shop.disk("data");
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "stuck",
                    new Target.OnEdge("volume.delete"),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(null)));
    shop.ecsim.http().delete(base("v3") + "/" + id);
    shop.ecsim.advanceToIdle();

    assertThat(get(base("v3") + "/" + id).at("/volume/status")).isEqualTo("error_deleting");
    assertThat(shop.status(id)).isEqualTo("error_deleting");
    assertThat(shop.ecsim.http().delete(base("v3") + "/" + id).status()).isEqualTo(400);
  }

  @Test
  void the_summary_counts_disks_and_gibibytes_and_gathers_metadata() {
    post(base("v3") + "/" + shop.disk("one") + "/metadata", "{'metadata':{'env':'test'}}");
    post(base("v3") + "/" + shop.disk("two") + "/metadata", "{'metadata':{'env':'prod'}}");
    JsonNode summary = get(base("v3") + "/summary").json().path("volume-summary");

    assertThat(summary.path("total_count").intValue()).isEqualTo(2);
    assertThat(summary.path("total_size").intValue()).isEqualTo(20);
    assertThat(summary.at("/metadata/env"))
        .extracting(JsonNode::asText)
        .containsExactly("test", "prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void metadata_is_added_replaced_and_removed(String version) {
    String id = shop.disk("data");
    String metadata = base(version) + "/" + id + "/metadata";
    post(metadata, "{'metadata':{'a':'1','b':'2'}}");
    assertThat(post(metadata, "{'metadata':{'b':'3'}}").json().path("metadata"))
        .isEqualTo(get(metadata).json().path("metadata"));
    assertThat(get(metadata + "/b").at("/meta/b")).isEqualTo("3");
    assertThat(put(metadata + "/b", "{'meta':{'b':'4'}}").at("/meta/b")).isEqualTo("4");
    assertThat(put(metadata + "/b", "{'meta':{'c':'4'}}").status()).isEqualTo(400);
    assertThat(shop.show(id).at("/volume/metadata/a")).isEqualTo("1");

    assertThat(shop.ecsim.http().delete(metadata + "/a").status()).isEqualTo(200);
    assertThat(shop.ecsim.http().delete(metadata + "/a").status()).isEqualTo(404);
    assertThat(get(metadata + "/a").at("/itemNotFound/message"))
        .isEqualTo("Volume " + id + " has no metadata with key a.");
    put(metadata, "{'metadata':{'only':'this'}}");
    assertThat(get(metadata).text()).isEqualTo("{\"metadata\":{\"only\":\"this\"}}");
  }

  @Test
  void metadata_that_says_what_the_disk_is_stays() {
    String id =
        post(
                base("v3"),
                "{'volume':{'size':10,'volume_type':'SAS','metadata':{'hw:passthrough':'true'}}}")
            .at("/volume/id");
    String metadata = base("v3") + "/" + id + "/metadata";

    HttpAnswer refused = post(metadata, "{'metadata':{'hw:passthrough':'false'}}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/forbidden/message")).contains("hw:passthrough");
    assertThat(shop.ecsim.http().delete(metadata + "/hw:passthrough").status()).isEqualTo(403);
    assertThat(put(metadata, "{'metadata':{}}").at("/metadata/hw:passthrough")).isEqualTo("true");
  }

  static String base(String version) {
    return "/evs/" + version + "/" + Ecsim.PROJECT + "/volumes";
  }

  private HttpAnswer get(String path) {
    return shop.ecsim.http().get(path);
  }

  private HttpAnswer post(String path, String json) {
    return shop.ecsim.http().post(path, json.replace('\'', '"'));
  }

  private HttpAnswer put(String path, String json) {
    return shop.ecsim.http().put(path, json.replace('\'', '"'));
  }
}
