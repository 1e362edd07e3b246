package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a disk as a client sees it. */
class DisksOverHttpTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void create_poll_extend_tag_delete() {
    HttpAnswer created = shop.create("'size':10,'name':'data'");
    assertThat(created.status()).isEqualTo(202);
    String id = created.at("/volume_ids/0");
    assertThat(shop.status(id)).isEqualTo("creating");
    assertThat(shop.job(created.at("/job_id")).at("/status")).isEqualTo("RUNNING");

    shop.ecsim.advance(Duration.ofSeconds(3));
    assertThat(shop.status(id)).isEqualTo("available");
    assertThat(shop.job(created.at("/job_id")).at("/status")).isEqualTo("SUCCESS");

    HttpAnswer extended = shop.extend(id, "20");
    assertThat(extended.status()).isEqualTo(202);
    assertThat(shop.status(id)).isEqualTo("extending");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(id).json().at("/volume/size").intValue()).isEqualTo(20);

    HttpAnswer deleted = shop.delete(id);
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(shop.status(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(id).status()).isEqualTo(404);
    JsonNode job = shop.job(deleted.at("/job_id")).json();
    assertThat(job.at("/job_type").asText()).isEqualTo("deleteVolume");
    assertThat(job.at("/entities/volume_id").asText()).isEqualTo(id);
    assertThat(job.at("/entities/size").intValue()).isEqualTo(20);
  }

  @Test
  void a_disk_shows_all_that_clients_read() {
    JsonNode disk = shop.show(shop.disk("data")).json().path("volume");

    assertThat(disk.path("size").isInt()).isTrue();
    assertThat(disk.path("bootable").textValue()).isEqualTo("false");
    assertThat(disk.path("multiattach").isBoolean()).isTrue();
    assertThat(disk.path("shareable").textValue()).isEqualTo("false");
    assertThat(disk.path("attachments").isArray()).isTrue();
    assertThat(disk.path("tags").isObject()).isTrue();
    assertThat(disk.path("metadata").isObject()).isTrue();
    assertThat(disk.path("description").isNull()).isTrue();
    assertThat(disk.path("created_at").textValue()).isEqualTo("2026-01-01T00:00:00.000000");
    assertThat(disk.path("updated_at").textValue()).isEqualTo("2026-01-01T00:00:03.000000");
    assertThat(disk.path("serial_number").textValue()).isNotEmpty();
    assertThat(disk.path("wwn").textValue()).hasSize(32);
    assertThat(disk.path("enterprise_project_id").textValue()).isEqualTo("0");
    assertThat(disk.path("service_type").textValue()).isEqualTo("EVS");
    assertThat(disk.has("iops") || disk.has("throughput")).isFalse();
    assertThat(disk.has("volume_image_metadata")).isFalse();
    assertThat(disk.at("/links/0/href").textValue())
        .isEqualTo(shop.ecsim.url() + Shop.BASE + "/" + disk.path("id").textValue());
  }

  @Test
  void a_disk_from_an_image_is_bootable_and_knows_the_image() {
    String id = shop.create("'size':40,'imageRef':'ubuntu'").at("/volume_ids/0");
    shop.ecsim.advance(Duration.ofSeconds(4));
    assertThat(shop.status(id)).isEqualTo("downloading");
    shop.ecsim.advanceToIdle();

    JsonNode disk = shop.show(id).json().path("volume");
    assertThat(disk.path("bootable").textValue()).isEqualTo("true");
    assertThat(disk.at("/volume_image_metadata/image_id").textValue()).isEqualTo("ubuntu");
    assertThat(disk.at("/volume_image_metadata/min_disk").textValue()).isEqualTo("40");
  }

  @Test
  void provisioned_performance_shows_as_objects() {
    HttpAnswer created =
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                Shop.request("'size':40,'iops':3000,'throughput':125").replace("SAS", "GPSSD2"));
    JsonNode disk = shop.show(created.at("/volume_ids/0")).json().path("volume");

    assertThat(disk.at("/iops/total_val").intValue()).isEqualTo(3000);
    assertThat(disk.at("/iops/frozened").isBoolean()).isTrue();
    assertThat(disk.at("/throughput/total_val").intValue()).isEqualTo(125);
  }

  @Test
  void ids_are_told_only_to_those_who_ask() {
    HttpAnswer created =
        shop.ecsim
            .http()
            .post(Shop.CREATE, Shop.request("'size':10").replace("create_for_volume_id", "other"));

    assertThat(created.json().has("volume_ids")).isFalse();
    assertThat(created.at("/job_id")).hasSize(32);
  }

  @Test
  void several_disks_are_numbered_and_have_jobs_of_their_own() {
    HttpAnswer created = shop.create("'size':10.9,'count':3,'name':'data'");
    JsonNode job = shop.job(created.at("/job_id")).json();

    assertThat(job.path("job_type").textValue()).isEqualTo("batchCreateVolume");
    assertThat(job.path("entities")).hasSize(1);
    assertThat(job.at("/entities/sub_jobs")).hasSize(3);
    assertThat(job.at("/entities/sub_jobs/1/job_type").textValue()).isEqualTo("createVolume");
    assertThat(job.at("/entities/sub_jobs/1/entities/name").textValue()).isEqualTo("data-0002");
    assertThat(Shop.each(shop.list("sort_dir=asc"), "name"))
        .containsExactly("data-0001", "data-0002", "data-0003");
    assertThat(Shop.each(shop.list("sort_dir=asc"), "size")).containsOnly("10");
    assertThat(Shop.each(shop.list("sort_dir=asc"), "created_at"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void one_of_several_that_fails_makes_the_whole_fail() {
    lay("volume.create", new When(2, 0, 0, -1, 0, 0), new Effect.Fail(null));
    HttpAnswer created = shop.create("'size':10,'count':2,'name':'data'");
    shop.ecsim.advanceToIdle();
    JsonNode job = shop.job(created.at("/job_id")).json();

    assertThat(job.path("status").textValue()).isEqualTo("FAIL");
    assertThat(job.path("error_code").textValue()).isEqualTo("EVS.2024");
    assertThat(job.at("/entities/sub_jobs/0/status").textValue()).isEqualTo("SUCCESS");
    assertThat(job.at("/entities/sub_jobs/1/status").textValue()).isEqualTo("FAIL");
    assertThat(shop.status(created.at("/volume_ids/1"))).isEqualTo("error");
  }

  @Test
  void a_failed_job_says_why() {
    lay("volume.delete", When.ALWAYS, new Effect.Fail(null));
    String id = shop.disk("data");
    HttpAnswer deleted = shop.delete(id);
    shop.ecsim.advanceToIdle();
    JsonNode job = shop.job(deleted.at("/job_id")).json();

    assertThat(job.path("status").textValue()).isEqualTo("FAIL");
    assertThat(job.path("error_code").textValue()).isEqualTo("EVS.2020");
    assertThat(job.path("fail_reason").textValue()).contains("deletion failed");
    assertThat(job.path("begin_time").textValue()).isEqualTo("2026-01-01T00:00:03.000Z");
    assertThat(job.path("end_time").textValue()).isEqualTo("2026-01-01T00:00:06.000Z");
    assertThat(shop.status(id)).isEqualTo("error_deleting");
    assertThat(shop.delete(id).status()).isEqualTo(400);
    assertThat(shop.delete(id).at("/error/code")).isEqualTo("EVS.1046");
    assertThat(shop.extend(id, "20").at("/error/code")).isEqualTo("EVS.1064");
  }

  @Test
  void deleting_twice_is_deleting_once() {
    String id = shop.disk("data");
    String first = shop.delete(id).at("/job_id");
    HttpAnswer second = shop.delete(id);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.at("/job_id")).isEqualTo(first);
    shop.ecsim.advance(Duration.ofSeconds(3));
    assertThat(shop.show(id).status()).isEqualTo(404);
    assertThat(shop.delete(id).status()).isEqualTo(404);
  }

  @Test
  void a_disk_can_be_made_and_attached_in_one_call() {
    Ref server = server("web");
    HttpAnswer created = createFor(server);
    String id = created.at("/volume_ids/0");
    assertThat(shop.job(created.at("/job_id")).at("/job_type")).isEqualTo("createVolume");
    assertThat(shop.job(created.at("/job_id")).at("/entities/volume_id")).isEqualTo(id);

    shop.ecsim.advance(Duration.ofSeconds(4));
    assertThat(shop.status(id)).isEqualTo("attaching");
    assertThat(shop.show(id).json().at("/volume/attachments")).isEmpty();
    assertThat(shop.job(created.at("/job_id")).at("/status")).isEqualTo("RUNNING");
    shop.ecsim.advanceToIdle();

    JsonNode disk = shop.show(id).json().path("volume");
    assertThat(disk.path("status").textValue()).isEqualTo("in-use");
    assertThat(disk.at("/attachments/0/server_id").textValue()).isEqualTo(server.id());
    assertThat(disk.at("/attachments/0/id").textValue()).isEqualTo(id);
    assertThat(disk.at("/attachments/0/attached_at").textValue())
        .isEqualTo("2026-01-01T00:00:09.000000");
    assertThat(disk.at("/metadata/attached_mode").textValue()).isEqualTo("rw");
    assertThat(shop.list("server_id=" + server.id()).json().path("count").intValue()).isEqualTo(1);
    assertThat(shop.list("server_id=other").json().path("count").intValue()).isZero();
  }

  @Test
  void a_disk_that_cannot_be_attached_stays_available() {
    lay("volume.attach", When.ALWAYS, new Effect.Fail(null));
    HttpAnswer created = createFor(server("web"));
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(created.at("/volume_ids/0"))).isEqualTo("available");
    assertThat(shop.job(created.at("/job_id")).at("/status")).isEqualTo("FAIL");
    assertThat(shop.job(created.at("/job_id")).at("/error_code")).isEqualTo("EVS.2134");
  }

  @Test
  void an_unfit_server_keeps_its_disks_from_growing() {
    Ref server = server("web");
    String id = createFor(server).at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    force(server, Rack.Power.RESCUE);
    assertThat(shop.extend(id, "20").at("/error/code")).isEqualTo("EVS.1066");
    force(server, Rack.Power.SHUTOFF);
    assertThat(shop.extend(id, "20").status()).isEqualTo(202);
  }

  @Test
  void the_older_versions_answer_200() {
    String old = Shop.request("'size':10,'name':'old'");
    HttpAnswer second = shop.ecsim.http().post(Shop.BASE, old);
    HttpAnswer third = shop.ecsim.http().post("/evs/v3/" + Ecsim.PROJECT + "/cloudvolumes", old);
    assertThat(List.of(second.status(), third.status())).containsOnly(200);
    shop.ecsim.advanceToIdle();
    String id = shop.job(second.at("/job_id")).at("/entities/volume_id");
    HttpAnswer extended =
        shop.ecsim
            .http()
            .post(Shop.BASE + "/" + id + "/action", "{\"os-extend\":{\"new_size\":11}}");

    assertThat(extended.status()).isEqualTo(200);
    assertThat(extended.at("/job_id")).hasSize(32);
  }

  @Test
  void what_is_absent_stays_what_is_null_goes_what_is_empty_is_empty() {
    String id = shop.disk("data");
    HttpAnswer both = shop.put(id, "{'volume':{'name':'new','description':'text'}}");
    assertThat(both.at("/name")).isEqualTo("new");
    assertThat(both.at("/description")).isEqualTo("text");
    assertThat(both.at("/status")).isEqualTo("available");

    shop.put(id, "{'volume':{'description':''}}");
    assertThat(shop.show(id).json().at("/volume/description").textValue()).isEmpty();
    assertThat(shop.show(id).at("/volume/name")).isEqualTo("new");
    shop.put(id, "{'volume':{'description':null}}");
    assertThat(shop.show(id).json().at("/volume/description").isNull()).isTrue();
    shop.put(id, "{'volume':{'name':null}}");
    assertThat(shop.show(id).json().at("/volume/name").textValue()).isEmpty();
  }

  @Test
  void an_unknown_job_is_a_bad_request() {
    assertThat(shop.job("no-such-job").status()).isEqualTo(400);
    assertThat(shop.job("no-such-job").at("/error/code")).isEqualTo("Common.0011");
    Ref server = server("web");
    String others =
        shop.ecsim.world().read().jobs().values().stream()
            .filter(job -> server.equals(job.ref()))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(shop.job(others).at("/error/code")).isEqualTo("Common.0011");
  }

  @Test
  void disks_of_other_projects_are_not_seen() {
    String id = shop.disk("data");

    assertThat(shop.ecsim.http().get("/evs/v2/other/cloudvolumes/" + id).status()).isEqualTo(404);
    assertThat(shop.ecsim.http().get("/evs/v2/other/cloudvolumes/detail").json().path("volumes"))
        .isEmpty();
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

  private HttpAnswer createFor(Ref server) {
    String request = Shop.request("'size':10,'name':'data'");
    return shop.ecsim
        .http()
        .post(
            Shop.CREATE,
            request.substring(0, request.length() - 1) + ",\"server_id\":\"" + server.id() + "\"}");
  }

  private void force(Ref server, Rack.Power power) {
    shop.ecsim
        .world()
        .transact(
            tx -> {
              tx.force(server, power);
              return null;
            });
  }

  private void lay(String edge, When when, Effect effect) {
    shop.ecsim
        .world()
        .transact(tx -> tx.lay("test", new Target.OnEdge(edge), Where.ANYWHERE, when, effect));
  }
}
