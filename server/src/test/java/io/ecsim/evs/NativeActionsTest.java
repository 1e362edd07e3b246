package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native actions on disks: evs-lifecycle.md b.1. */
class NativeActionsTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void a_disk_grows(String version) {
    String id = shop.disk("data");
    HttpAnswer extended =
        shop.ecsim
            .http()
            .post(
                NativeDisksTest.base(version) + "/" + id + "/action",
                "{\"os-extend\":{\"new_size\":20}}");

    assertThat(extended.status()).isEqualTo(202);
    assertThat(extended.text()).isEmpty();
    assertThat(shop.status(id)).isEqualTo("extending");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(id).json().at("/volume/size").intValue()).isEqualTo(20);
    assertThat(act(id, "'os-extend':{'new_size':20}").at("/badRequest/message"))
        .startsWith("Invalid volume: ");
  }

  @Test
  void a_disk_does_not_grow_beyond_the_quota() {
    String id = shop.disk("data");
    shop.create("'size':32768,'count':31");
    assertThat(act(id, "'os-extend':{'new_size':32768}").status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    shop.delete(id);
    shop.ecsim.advanceToIdle();

    String one = shop.disk("one");
    shop.disk("two");
    HttpAnswer refused = act(one, "'os-extend':{'new_size':32768}");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().at("/overLimit/retryAfter").intValue()).isZero();
    assertThat(shop.status(one)).isEqualTo("available");
  }

  @Test
  void a_reserved_disk_is_attached_and_given_back() {
    Ref server = server("web");
    String id = shop.disk("data");
    assertThat(act(id, "'os-reserve':{}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("attaching");
    assertThat(act(id, "'os-reserve':null").status()).isEqualTo(400);
    assertThat(shop.delete(id).at("/error/code")).isEqualTo("EVS.1046");

    assertThat(attach(id, server, "/dev/vdb").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("attaching");
    shop.ecsim.advanceToIdle();
    JsonNode place = shop.show(id).json().at("/volume/attachments/0");
    assertThat(shop.status(id)).isEqualTo("in-use");
    assertThat(place.path("server_id").textValue()).isEqualTo(server.id());
    assertThat(place.path("device").textValue()).isEqualTo("/dev/vdb");
    assertThat(devices(server)).containsExactly("/dev/vdb in-use");

    assertThat(act(id, "'os-begin_detaching':{}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("detaching");
    assertThat(devices(server)).containsExactly("/dev/vdb detaching");
    assertThat(act(id, "'os-detach':{}").status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(id)).isEqualTo("available");
    assertThat(devices(server)).isEmpty();
  }

  @Test
  void what_was_begun_can_be_taken_back_and_where_nothing_was_nothing_happens() {
    Ref server = server("web");
    String id = shop.disk("data");
    assertThat(act(id, "'os-unreserve':{}").status()).isEqualTo(202);
    assertThat(act(id, "'os-roll_detaching':null").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("available");
    act(id, "'os-reserve':{}");
    act(id, "'os-unreserve':{}");
    assertThat(shop.status(id)).isEqualTo("available");
    assertThat(act(id, "'os-begin_detaching':{}").status()).isEqualTo(400);

    attach(id, server, "/dev/vdb");
    act(id, "'os-unreserve':{}");
    shop.ecsim.advanceToIdle();
    act(id, "'os-begin_detaching':{}");
    act(id, "'os-roll_detaching':{}");
    assertThat(shop.status(id)).isEqualTo("in-use");
  }

  @Test
  void a_shared_disk_is_detached_from_the_server_that_is_named() {
    String id = shop.create("'size':10,'multiattach':true").at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    Ref one = server("one");
    Ref two = server("two");
    attach(id, one, "/dev/vdb");
    shop.ecsim.advanceToIdle();
    act(id, "'os-reserve':{}");
    attach(id, two, "/dev/vdb");
    shop.ecsim.advanceToIdle();

    assertThat(act(id, "'os-detach':{}").status()).isEqualTo(400);
    assertThat(act(id, "'os-detach':{'attachment_id':'nothing'}").status()).isEqualTo(400);
    String second = shop.show(id).at("/volume/attachments/1/attachment_id");
    assertThat(act(id, "'os-detach':{'attachment_id':'" + second + "'}").status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(id)).isEqualTo("in-use");
    assertThat(devices(one)).hasSize(1);
    assertThat(devices(two)).isEmpty();
  }

  @Test
  void a_disk_gets_another_type() {
    String id = shop.disk("data");
    assertThat(act(id, "'os-retype':{'new_type':'SATA'}").status()).isEqualTo(400);
    assertThat(act(id, "'os-retype':{'new_type':'SSD'}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("retyping");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(id).at("/volume/volume_type")).isEqualTo("SSD");
  }

  @Test
  void flags_are_set() {
    String id = shop.disk("data");

    assertThat(act(id, "'os-set_bootable':{'bootable':true}").status()).isEqualTo(200);
    assertThat(shop.show(id).at("/volume/bootable")).isEqualTo("true");
    assertThat(act(id, "'os-set_bootable':{}").status()).isEqualTo(400);
    assertThat(act(id, "'os-update_readonly_flag':{'readonly':true}").status()).isEqualTo(202);
    assertThat(shop.show(id).at("/volume/metadata/readonly")).isEqualTo("True");
    attach(id, server("web"), "/dev/vdb");
    shop.ecsim.advanceToIdle();
    assertThat(act(id, "'os-update_readonly_flag':{'readonly':false}").status()).isEqualTo(400);
    assertThat(shop.show(id).at("/volume/metadata/readonly")).isEqualTo("True");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error_deleting", "creating", "in-use", "error", "deleting"})
  void a_stuck_disk_is_reset_or_deleted_by_force(String status) {
    String id = shop.disk("data");
    assertThat(act(id, "'os-reset_status':{'status':'" + status + "'}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo(status);
    assertThat(act(id, "'os-force_delete':{}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(id).status()).isEqualTo(404);
  }

  @Test
  void force_does_not_delete_what_is_attached() {
    String id = shop.disk("data");
    attach(id, server("web"), "/dev/vdb");
    shop.ecsim.advanceToIdle();

    assertThat(act(id, "'os-force_delete':{}").status()).isEqualTo(400);
    assertThat(shop.status(id)).isEqualTo("in-use");
  }

  @Test
  void force_does_not_delete_what_has_snapshots() {
    String id = shop.disk("data");
    String snapshot = shop.snapshot(id, "s");

    assertThat(act(id, "'os-force_delete':{}").status()).isEqualTo(400);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(id)).isEqualTo("available");
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");
  }

  @ParameterizedTest
  @CsvSource({"ERROR_DETACHING", "DETACHING", "IN_USE"})
  void force_takes_a_disk_away_from_its_server(VolumeStatus stuck) {
    String id = shop.disk("data");
    act(
        id,
        "'os-attach':{'instance_uuid':'%s','mountpoint':'/dev/vdb'}".formatted(server("web").id()));
    shop.ecsim.advanceToIdle();
    shop.force("volume", id, stuck);

    assertThat(act(id, "'os-force_detach':{'connector':null}").status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("detaching");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(id)).isEqualTo("available");
    assertThat(shop.show(id).json().at("/volume/attachments").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'os-reset_status':{'status':'happy'} | 400",
        "'os-reset_status':{'attach_status':'detached'} | 501",
        "'os-attach':{'instance_uuid':'nobody','mountpoint':'/dev/vdb'} | 400",
        "'os-attach':{'mountpoint':'/dev/vdb'} | 400",
        "'os-detach':{} | 400",
        "'os-force_detach':{} | 400",
        "'os-force_detach':{'attachment_id':'nothing'} | 400",
        "'os-dance':{} | 400",
      })
  void what_cannot_be_is_refused_and_nothing_changes(String body, int status) {
    String id = shop.disk("data");
    JsonNode before = shop.show(id).json();

    assertThat(act(id, body).status()).isEqualTo(status);
    assertThat(shop.show(id).json()).isEqualTo(before);
    assertThat(act("nothing", "'os-reserve':{}").status()).isEqualTo(404);
  }

  @Test
  void limits_tell_what_is_used() {
    shop.disk("data");
    JsonNode limits =
        shop.ecsim.http().get("/evs/v3/" + Ecsim.PROJECT + "/limits").json().at("/limits");

    assertThat(limits.path("rate")).isEmpty();
    assertThat(limits.at("/absolute/totalVolumesUsed").intValue()).isEqualTo(1);
    assertThat(limits.at("/absolute/totalGigabytesUsed").intValue()).isEqualTo(10);
    assertThat(limits.at("/absolute/maxTotalVolumes").intValue()).isEqualTo(1000);
  }

  private HttpAnswer act(String id, String members) {
    return shop.ecsim
        .http()
        .post(
            NativeDisksTest.base("v3") + "/" + id + "/action",
            "{" + members.replace('\'', '"') + "}");
  }

  private HttpAnswer attach(String id, Ref server, String device) {
    return act(
        id, "'os-attach':{'instance_uuid':'%s','mountpoint':'%s'}".formatted(server.id(), device));
  }

  /** What the server shows of its disks. */
  private List<String> devices(Ref server) {
    return new EvsDisks(Inventory.builtIn("cn-north-4"), Lab.IMAGES)
        .of(shop.ecsim.world().read(), server).stream()
            .map(disk -> disk.device() + " " + disk.status())
            .toList();
  }

  private Ref server(String name) {
    Ref server =
        shop.ecsim
            .world()
            .transact(
                tx ->
                    tx.begin(
                        Plan.create(
                            shop.rack.create,
                            new Ref("server", Ecsim.PROJECT, tx.id("server", Ecsim.PROJECT, name)),
                            new Rack.Machine(name, Lab.ZONE),
                            List.of())))
            .ref();
    shop.ecsim.advanceToIdle();
    return server;
  }
}
