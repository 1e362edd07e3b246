package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots natively: the same ones as in the EVS family, in both versions. */
class NativeSnapshotsOverHttpTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void create_show_update_delete(String version) {
    String disk = shop.disk("data");
    HttpAnswer created = create(version, disk, ",'name':'before','metadata':{'why':'upgrade'}");
    assertThat(created.status()).isEqualTo(202);
    assertThat(created.at("/snapshot/status")).isEqualTo("creating");
    assertThat(created.at("/snapshot/metadata/why")).isEqualTo("upgrade");
    String id = created.at("/snapshot/id");
    shop.ecsim.advanceToIdle();

    JsonNode snapshot = get(version, "/" + id).json().path("snapshot");
    assertThat(snapshot.path("status").asText()).isEqualTo("available");
    assertThat(snapshot.path("size").intValue()).isEqualTo(10);
    assertThat(snapshot.path("os-extended-snapshot-attributes:progress").asText())
        .isEqualTo("100%");
    assertThat(snapshot.has("user_id")).isEqualTo(version.equals("v3"));
    assertThat(shop.snapshotStatus(id)).isEqualTo("available");

    HttpAnswer updated = put(version, "/" + id, "{'snapshot':{'description':'text'}}");
    assertThat(updated.at("/snapshot/description")).isEqualTo("text");
    assertThat(updated.at("/snapshot/name")).isEqualTo("before");

    HttpAnswer deleted = shop.ecsim.http().delete(address(version) + "/" + id);
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(deleted.text()).isEmpty();
    assertThat(shop.snapshotStatus(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(get(version, "/" + id).json().has("itemNotFound")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void refusals_are_native(String version) {
    String disk = shop.disk("data");
    shop.lay("snapshot.delete", new Effect.Fail(null));
    String id = shop.snapshot(disk, "before");
    shop.deleteSnapshot(id);
    shop.ecsim.advanceToIdle();

    HttpAnswer refused = shop.ecsim.http().delete(address(version) + "/" + id);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(id, "error_deleting");
    shop.force("volume", disk, VolumeStatus.IN_USE);
    assertThat(create(version, disk, "").json().has("badRequest")).isTrue();
    assertThat(create(version, disk, ",'force':true").status()).isEqualTo(202);
    assertThat(create(version, "no-such-disk", "").json().has("itemNotFound")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void a_disk_is_deleted_natively_only_with_its_snapshots(String version) {
    String disk = shop.disk("data");
    String id = shop.snapshot(disk, "before");
    String volume = "/evs/" + version + "/" + Ecsim.PROJECT + "/volumes/" + disk;

    assertThat(shop.ecsim.http().delete(volume).json().has("badRequest")).isTrue();
    assertThat(shop.ecsim.http().delete(volume + "?cascade=true").status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(shop.ecsim.http().get(volume).status()).isEqualTo(404);
    assertThat(get(version, "/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void too_many_are_over_the_limit(String version) {
    String disk = shop.disk("data");
    for (int i = 0; i < 7; i++) {
      assertThat(create(version, disk, "").status()).isEqualTo(202);
    }
    HttpAnswer eighth = create(version, disk, "");

    assertThat(eighth.status()).isEqualTo(413);
    assertThat(eighth.json().has("overLimit")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void lists_are_filtered_sorted_and_paged(String version) {
    String one = shop.disk("one");
    shop.snapshot(one, "first");
    String second = shop.snapshot(one, "second");
    String third = shop.snapshot(shop.disk("two"), "third");

    assertThat(names(version, "")).containsExactly("third", "second", "first");
    assertThat(names(version, "sort_key=name&sort_dir=asc"))
        .containsExactly("first", "second", "third");
    assertThat(names(version, "name=first")).containsExactly("first");
    assertThat(names(version, "name=fir")).isEmpty();
    assertThat(names(version, "volume_id=" + one)).containsExactly("second", "first");
    assertThat(names(version, "status=error")).isEmpty();
    assertThat(names(version, "marker=" + third)).containsExactly("second", "first");
    assertThat(names(version, "offset=5")).isEmpty();
    String made = get(version, "/" + second).at("/snapshot/updated_at");
    assertThat(names(version, "changes-since=" + made)).containsExactly("third", "second");
    HttpAnswer page = get(version, "/detail?limit=1&marker=" + third);
    assertThat(page.at("/snapshots/0/id")).isEqualTo(second);
    assertThat(page.at("/snapshots_links/0/href"))
        .contains("/" + version + "/", "marker=" + second);
    assertThat(Shop.each(get(version, "?limit=2"), "snapshots", "name")).hasSize(2);
    for (String bad : List.of("limit=0", "marker=x", "sort_key=x", "changes-since=yesterday")) {
      assertThat(get(version, "?" + bad).json().has("badRequest")).as(bad).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void metadata_can_be_added_replaced_and_removed(String version) {
    String id = shop.snapshot(shop.disk("data"), "before");
    String metadata = "/" + id + "/metadata";

    assertThat(post(version, metadata, "{'metadata':{'a':'1'}}").at("/metadata/a")).isEqualTo("1");
    assertThat(post(version, metadata, "{'metadata':{'b':'2'}}").json().path("metadata"))
        .hasSize(2);
    assertThat(get(version, metadata + "/b").at("/meta/b")).isEqualTo("2");
    assertThat(put(version, metadata + "/b", "{'meta':{'b':'3'}}").at("/meta/b")).isEqualTo("3");
    assertThat(put(version, metadata + "/b", "{'meta':{'c':'3'}}").json().has("badRequest"))
        .isTrue();
    assertThat(put(version, metadata, "{'metadata':{'c':'4'}}").json().path("metadata")).hasSize(1);
    assertThat(get(version, metadata + "/a").json().has("itemNotFound")).isTrue();
    HttpAnswer deleted = shop.ecsim.http().delete(address(version) + metadata + "/c");
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(shop.ecsim.http().delete(address(version) + metadata + "/c").status())
        .isEqualTo(404);
    assertThat(get(version, metadata).json().path("metadata")).isEmpty();
    assertThat(shop.showSnapshot(id).json().at("/snapshot/metadata")).isEmpty();
  }

  private List<String> names(String version, String query) {
    List<String> brief = Shop.each(get(version, "?" + query), "snapshots", "name");
    assertThat(Shop.each(get(version, "/detail?" + query), "snapshots", "name")).isEqualTo(brief);
    return brief;
  }

  private HttpAnswer create(String version, String disk, String members) {
    return post(version, "", "{'snapshot':{'volume_id':'" + disk + "'" + members + "}}");
  }

  private HttpAnswer get(String version, String rest) {
    return shop.ecsim.http().get(address(version) + rest);
  }

  private HttpAnswer post(String version, String rest, String json) {
    return shop.ecsim.http().post(address(version) + rest, json.replace('\'', '"'));
  }

  private HttpAnswer put(String version, String rest, String json) {
    return shop.ecsim.http().put(address(version) + rest, json.replace('\'', '"'));
  }

  private static String address(String version) {
    return "/evs/" + version + "/" + Ecsim.PROJECT + "/snapshots";
  }
}
