package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a snapshot as a client sees it. */
class SnapshotsOverHttpTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void create_poll_update_delete() {
    String disk = shop.disk("data");
    HttpAnswer created = shop.snap(disk, ",'name':'before','metadata':{'why':'upgrade'}");
    assertThat(created.status()).isEqualTo(202);
    String id = created.at("/snapshot/id");
    assertThat(created.at("/snapshot/status")).isEqualTo("creating");
    assertThat(shop.showSnapshot(id).at("/snapshot/os-extended-snapshot-attributes:progress"))
        .isEqualTo("0%");
    assertThat(shop.status(disk)).isEqualTo("available");

    shop.ecsim.advanceToIdle();
    JsonNode snapshot = shop.showSnapshot(id).json().path("snapshot");
    assertThat(snapshot.path("status").asText()).isEqualTo("available");
    assertThat(snapshot.path("os-extended-snapshot-attributes:progress").asText())
        .isEqualTo("100%");
    assertThat(snapshot.path("os-extended-snapshot-attributes:project_id").asText())
        .isEqualTo(Ecsim.PROJECT);
    assertThat(snapshot.path("size").isInt()).isTrue();
    assertThat(snapshot.path("volume_id").asText()).isEqualTo(disk);
    assertThat(snapshot.at("/metadata/why").asText()).isEqualTo("upgrade");

    HttpAnswer updated = put(id, "{'snapshot':{'name':'after','description':'text'}}");
    assertThat(updated.status()).isEqualTo(200);
    assertThat(updated.at("/snapshot/name")).isEqualTo("after");
    assertThat(updated.at("/snapshot/description")).isEqualTo("text");

    assertThat(shop.deleteSnapshot(id).status()).isEqualTo(202);
    assertThat(shop.snapshotStatus(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(shop.showSnapshot(id).status()).isEqualTo(404);
    assertThat(shop.showSnapshot(id).json().has("itemNotFound")).isTrue();
  }

  @Test
  void a_disk_in_use_needs_force() {
    String disk = shop.disk("data");
    shop.force("volume", disk, VolumeStatus.IN_USE);
    HttpAnswer refused = shop.snap(disk, "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(disk, "in-use", "force");
    assertThat(refused.json().at("/badRequest/code").intValue()).isEqualTo(400);
    assertThat(shop.listSnapshots("").json().path("count").intValue()).isZero();
    assertThat(shop.snap(disk, ",'force':true").status()).isEqualTo(202);
  }

  @Test
  void a_failed_creation_leaves_an_error_that_can_be_deleted() {
    shop.lay("snapshot.create", new Effect.Fail(null));
    String id = shop.snapshot(shop.disk("data"), "before");

    assertThat(shop.snapshotStatus(id)).isEqualTo("error");
    assertThat(shop.deleteSnapshot(id).status()).isEqualTo(202);
  }

  @Test
  void a_failed_deletion_leaves_what_nothing_can_be_done_with() {
    shop.lay("snapshot.delete", new Effect.Fail(null));
    String disk = shop.disk("data");
    String id = shop.snapshot(disk, "before");
    shop.deleteSnapshot(id);
    shop.ecsim.advanceToIdle();

    assertThat(shop.snapshotStatus(id)).isEqualTo("error_deleting");
    assertThat(shop.deleteSnapshot(id).json().has("badRequest")).isTrue();
    assertThat(shop.rollBack(id, disk).json().has("badRequest")).isTrue();
    assertThat(from(id, "'size':10").at("/error/code")).isEqualTo("EVS.2043");
  }

  @Test
  void lists_are_filtered_and_paged() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    String first = shop.snapshot(one, "first");
    String second = shop.snapshot(two, "second");

    assertThat(names("")).containsExactly("second", "first");
    assertThat(names("volume_id=" + one)).containsExactly("first");
    assertThat(names("name=eco")).containsExactly("second");
    assertThat(names("id=" + first)).containsExactly("first");
    assertThat(names("status=creating")).isEmpty();
    assertThat(names("availability_zone=" + Lab.ZONE)).hasSize(2);
    assertThat(names("availability_zone=elsewhere")).isEmpty();
    assertThat(names("service_type=DSS")).isEmpty();
    assertThat(names("enterprise_project_id=0")).hasSize(2);
    assertThat(names("offset=1")).containsExactly("first");
    assertThat(names("offset=9")).isEmpty();
    HttpAnswer page = shop.listSnapshots("limit=1");
    assertThat(page.json().path("count").intValue()).isEqualTo(2);
    assertThat(page.at("/snapshots/0/id")).isEqualTo(second);
    assertThat(page.at("/snapshots/0/service_type")).isEqualTo("EVS");
    assertThat(page.at("/snapshots_links/0/href")).contains("limit=1", "offset=1");
    assertThat(shop.listSnapshots("limit=0").json().has("badRequest")).isTrue();
  }

  @Test
  void a_disk_has_seven_snapshots_at_most() {
    String disk = shop.disk("data");
    IntStream.range(0, 7).forEach(i -> shop.snapshot(disk, "s" + i));
    HttpAnswer eighth = shop.snap(disk, "");

    assertThat(eighth.status()).isEqualTo(413);
    assertThat(eighth.at("/overLimit/message")).contains("7 legacy snapshots of a disk");
    assertThat(shop.listSnapshots("").json().path("count").intValue()).isEqualTo(7);
  }

  @Test
  void quotas_count_snapshots_and_their_size() {
    String id = shop.snapshot(shop.disk("data"), "before");
    assertThat(used("snapshots")).isEqualTo(1);
    assertThat(used("snapshots_SAS")).isEqualTo(1);
    assertThat(used("volumes")).isEqualTo(1);
    assertThat(used("gigabytes")).isEqualTo(20);
    assertThat(used("gigabytes_SAS")).isEqualTo(20);

    shop.deleteSnapshot(id);
    shop.ecsim.advanceToIdle();
    assertThat(used("snapshots")).isZero();
    assertThat(used("gigabytes")).isEqualTo(10);
  }

  @Test
  void a_disk_with_snapshots_is_deleted_only_with_them() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    HttpAnswer refused = shop.delete(disk);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.1046");
    assertThat(refused.at("/error/message")).contains("snapshots");

    assertThat(shop.delete(disk + "?cascade=true").status()).isEqualTo(200);
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("deleting");
    assertThat(shop.status(disk)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(shop.showSnapshot(snapshot).status()).isEqualTo(404);
  }

  @Test
  void a_snapshot_that_cannot_be_deleted_keeps_its_disk() {
    shop.lay("snapshot.delete", new Effect.Fail(null));
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    String job = shop.delete(disk + "?cascade=true").at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("error_deleting");
    assertThat(shop.status(disk)).isEqualTo("error_deleting");
    assertThat(shop.job(job).at("/error_code")).isEqualTo("EVS.2020");
  }

  @Test
  void disks_can_be_made_from_a_snapshot() {
    String source = shop.create("'size':40,'imageRef':'ubuntu'").at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    String snapshot = shop.snapshot(source, "golden");
    String id = from(snapshot, "'size':50").at("/volume_ids/0");
    shop.ecsim.advance(Duration.ofSeconds(3));

    JsonNode disk = shop.show(id).json().path("volume");
    assertThat(disk.path("status").asText()).isEqualTo("available");
    assertThat(disk.path("snapshot_id").asText()).isEqualTo(snapshot);
    assertThat(disk.path("bootable").asText()).isEqualTo("true");
    assertThat(disk.at("/volume_image_metadata/image_id").asText()).isEqualTo("ubuntu");
    assertThat(disk.path("size").intValue()).isEqualTo(50);
  }

  @Test
  void a_disk_from_a_snapshot_must_fit_it() {
    String snapshot = shop.snapshot(shop.disk("data"), "before");

    String unfinished = shop.snap(shop.disk("other"), "").at("/snapshot/id");
    assertThat(from(unfinished, "'size':10").at("/error/code")).isEqualTo("EVS.2043");
    assertThat(from("no-such-snapshot", "'size':10").at("/error/code")).isEqualTo("EVS.2045");
    String ssd = Shop.request("'size':10,'snapshot_id':'" + snapshot + "'").replace("SAS", "SSD");
    assertThat(shop.ecsim.http().post(Shop.CREATE, ssd).at("/error/code")).isEqualTo("EVS.2096");
    assertThat(from(snapshot, "'size':9").at("/error/code")).isEqualTo("EVS.1010");
    String away =
        Shop.request("'size':10,'snapshot_id':'" + snapshot + "'").replace("4a\"", "4b\"");
    assertThat(shop.ecsim.http().post(Shop.CREATE, away).at("/error/code")).isEqualTo("EVS.2054");
  }

  @Test
  void what_cannot_be_is_refused() {
    String disk = shop.disk("data");

    assertThat(shop.snap("no-such-disk", "").json().has("itemNotFound")).isTrue();
    assertThat(shop.snap(disk, ",'name':'autobk_snapshot_1'").json().has("badRequest")).isTrue();
    assertThat(shop.snap(disk, ",'name':'" + "n".repeat(256) + "'").status()).isEqualTo(400);
    assertThat(put(shop.snapshot(disk, "s"), "{'snapshot':{}}").json().has("badRequest")).isTrue();
    assertThat(shop.deleteSnapshot("no-such-snapshot").status()).isEqualTo(404);
  }

  private List<String> names(String query) {
    return Shop.each(shop.listSnapshots(query), "snapshots", "name");
  }

  private HttpAnswer from(String snapshot, String members) {
    return shop.create(members + ",'snapshot_id':'" + snapshot + "'");
  }

  private HttpAnswer put(String id, String json) {
    return shop.ecsim.http().put(Shop.SNAPSHOTS + "/" + id, json.replace('\'', '"'));
  }

  private int used(String quota) {
    String address = "/evs/v2/" + Ecsim.PROJECT + "/os-quota-sets/" + Ecsim.PROJECT + "?usage=True";
    return shop.ecsim.http().get(address).json().at("/quota_set/" + quota + "/in_use").intValue();
  }
}
