package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers through the native door: ecs-schemas.md 3.3 and 15, ecs-lifecycle.md b.1 and b.9. */
class NativeServersTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  private void fail(String edge, String code) {
    client()
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(code)));
  }

  @Test
  void a_server_is_ordered_built_shown_renamed_and_deleted() {
    Nova nova = nova();
    HttpAnswer ordered = nova.create("web", ",'adminPass':'Secret-123'");
    String id = ordered.at("/server/id");

    assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
    assertThat(ordered.at("/server/adminPass")).isEqualTo("Secret-123");
    assertThat(ordered.at("/server/security_groups/0/name")).isEqualTo("default");
    assertThat(ordered.at("/server/links/0/href"))
        .isEqualTo(ecsim.url() + Nova.ROOT + "/servers/" + id)
        .isEqualTo(ordered.header("Location"));
    assertThat(nova.words(id)).isEqualTo("BUILD building scheduling 0");
    assertThat(nova.server(id).path("addresses")).isEmpty();
    ecsim.advance(Duration.ofSeconds(3));
    assertThat(nova.words(id)).isEqualTo("BUILD building networking 0");
    ecsim.advanceToIdle();
    assertThat(nova.words(id)).isEqualTo("ACTIVE active null 1");

    JsonNode vendors = client().server(id);
    JsonNode natives = nova.server(id);
    assertThat(natives.at("/addresses/" + client().vpc() + "/0/version").isInt()).isTrue();
    assertThat(natives.at("/addresses/" + client().vpc() + "/0/addr"))
        .isEqualTo(vendors.at("/addresses/" + client().vpc() + "/0/addr"));
    assertThat(natives.at("/os-extended-volumes:volumes_attached/0/id"))
        .isEqualTo(vendors.at("/os-extended-volumes:volumes_attached/0/id"));
    assertThat(natives.path("metadata")).isEqualTo(vendors.path("metadata"));
    assertThat(natives.path("hostId")).isEqualTo(vendors.path("hostId"));
    assertThat(natives.at("/image/id").asText()).isEqualTo(cloud.image());
    assertThat(natives.has("fault")).isFalse();

    HttpAnswer renamed = nova.put("/servers/" + id, "{'server':{'name':'any name: é'}}");
    assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    assertThat(renamed.at("/server/name")).isEqualTo("any name: é");
    assertThat(renamed.at("/server/image")).isEqualTo(cloud.image());

    HttpAnswer deleted = nova.delete("/servers/" + id);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertThat(nova.words(id)).isEqualTo("ACTIVE active deleting 1");
    assertThat(nova.delete("/servers/" + id).status()).isEqualTo(204);
    ecsim.advanceToIdle();
    HttpAnswer missing = nova.get("/servers/" + id);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.at("/itemNotFound/message"))
        .isEqualTo("Instance " + id + " could not be found.");
    assertThat(client().disks()).isEmpty();
  }

  @Test
  void one_that_cannot_be_made_stays_and_says_why() {
    Nova nova = nova();
    fail("server.create", "Ecs.0219");
    String id = nova.create("web", "").at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova.words(id)).isEqualTo("ERROR error null 0");
    JsonNode server = nova.server(id);
    assertThat(server.at("/fault/code").intValue()).isEqualTo(500);
    assertThat(server.at("/fault/message").asText()).startsWith("No valid host was found.");
    assertThat(server.at("/fault/created").asText()).endsWith("Z");
    assertThat(server.path("addresses")).isEmpty();
    assertThat(client().words(id)).isEqualTo("ERROR error null 0");
    assertThat(client().disks()).isEmpty();
    assertThat(nova.delete("/servers/" + id).status()).isEqualTo(204);
    ecsim.advanceToIdle();
    assertThat(nova.get("/servers/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Ecs.0201, Failed to allocate the network(s)",
    "Ecs.0319, No valid host was found.",
    "Ecs.0203, Build of instance"
  })
  void the_fault_tells_what_failed(String code, String message) {
    fail("server.create", code);
    String id = nova().create("web", "").at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova().server(id).at("/fault/message").asText()).startsWith(message);
  }

  @Test
  void a_disk_that_fails_fails_its_server() {
    fail("volume.create", null);
    String id = nova().create("web", "").at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova().words(id)).isEqualTo("ERROR error null 0");
    assertThat(nova().server(id).at("/fault/message").asText())
        .isEqualTo("Build of instance %s aborted: Block Device Mapping is Invalid.".formatted(id));
  }

  @Test
  void several_are_numbered_and_share_a_reservation() {
    Nova nova = nova();
    HttpAnswer answer =
        nova.create("web", ",'min_count':2,'max_count':'3','return_reservation_id':true");
    String reservation = answer.at("/reservation_id");

    assertThat(answer.json().has("server")).isFalse();
    assertThat(reservation).startsWith("r-");
    assertThat(nova.names("?reservation_id=" + reservation + "&sort_dir=asc"))
        .containsExactly("web-1", "web-2", "web-3");
  }

  @Test
  void disks_come_from_the_mapping_and_stay_if_they_need_not_go() {
    Nova nova = nova();
    String disk = client().disk();
    String id =
        nova.running(
            "web",
            """
            ,'block_device_mapping_v2':[
            {'source_type':'image','destination_type':'volume','uuid':'%s','boot_index':'0',
             'volume_size':50,'volume_type':'SSD','delete_on_termination':true},
            {'source_type':'blank','destination_type':'volume','volume_size':20,'boot_index':-1,
             'delete_on_termination':true},
            {'source_type':'volume','destination_type':'volume','uuid':'%s','boot_index':-1}]"""
                .formatted(cloud.image(), disk));

    JsonNode attached =
        nova.getAs("2.3", "/servers/" + id)
            .json()
            .at("/server/os-extended-volumes:volumes_attached");
    assertThat(Client.each(attached, "/delete_on_termination"))
        .containsExactlyInAnyOrder("true", "true", "false");
    assertThat(Client.each(attached, "/id")).contains(disk);
    assertThat(client().disks()).containsExactly("in-use", "in-use", "in-use");
    nova.delete("/servers/" + id);
    ecsim.advanceToIdle();
    assertThat(client().disks()).containsExactly("available");
  }

  @Test
  void a_server_starts_from_a_disk_that_is_there_and_leaves_it_behind() {
    Nova nova = nova();
    String disk = client().disk(",\"imageRef\":\"" + cloud.image() + "\",\"size\":40");
    HttpAnswer answer =
        nova.post(
            "/os-volumes_boot",
            """
            {'server':{'name':'web','imageRef':'','flavorRef':'c6.large.2','networks':'auto',
            'block_device_mapping_v2':[{'source_type':'volume','destination_type':'volume',
            'uuid':'%s','boot_index':0}]}}"""
                .formatted(disk));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String id = answer.at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova.words(id)).isEqualTo("ACTIVE active null 1");
    assertThat(client().server(id).at("/os-extended-volumes:volumes_attached/0/bootIndex").asText())
        .isEqualTo("0");
    assertThat(client().disks()).containsExactly("in-use");
    nova.delete("/servers/" + id);
    ecsim.advanceToIdle();
    assertThat(client().disks()).containsExactly("available");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`name`:` `                            | 400 | badRequest",
        "`flavorRef`:`nothing`                 | 400 | badRequest",
        "`imageRef`:`nothing`                  | 400 | badRequest",
        "`key_name`:`nobody`                   | 400 | badRequest",
        "`networks`:[{`uuid`:`nothing`}]       | 400 | badRequest",
        "`networks`:`none`                     | 400 | badRequest",
        "`availability_zone`:`mars`            | 400 | badRequest",
        "`security_groups`:[{`name`:`none`}]   | 400 | badRequest",
        "`min_count`:3,`max_count`:2           | 400 | badRequest",
        "`min_count`:`x`                       | 400 | badRequest",
        "`max_count`:1000000                   | 403 | forbidden",
        "`personality`:[{}]                    | 501 | notImplemented",
        "`block_device_mapping_v2`:[{`source_type`:`blank`,`boot_index`:1}] | 400 | badRequest",
      })
  void what_is_refused_is_refused_in_native_words(String members, int status, String key) {
    HttpAnswer refused = nova().create("web", "," + members.replace('`', '\''));

    assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    assertThat(refused.json().at("/" + key + "/code").intValue()).isEqualTo(status);
    assertThat(refused.at("/" + key + "/message")).isNotEmpty();
    assertThat(nova().names("")).isEmpty();
  }

  @Test
  void without_a_network_it_comes_into_the_only_one_there_is() {
    String body =
        "{'server':{'name':'web','imageRef':'%s','flavorRef':'c6.large.2'}}"
            .formatted(cloud.image());
    HttpAnswer answer = nova().post("/servers", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
  }

  private static final String BOOT =
      "{'source_type':'image','destination_type':'volume','uuid':'%s','boot_index':'0','volume_size':50}";

  @Test
  void a_server_has_one_system_disk() {
    String boot = BOOT.formatted(cloud.image());
    HttpAnswer refused =
        nova().create("web", ",'block_device_mapping_v2':[%s,%s]".formatted(boot, boot));

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("boot_index 0");
    assertThat(nova().names("")).isEmpty();
    assertThat(client().disks()).isEmpty();
  }

  @Test
  void its_disks_are_in_its_zone() {
    String elsewhere = Surroundings.REGION + "b";
    String far = client().disk(",\"availability_zone\":\"" + elsewhere + "\"");
    String near = client().disk();
    String mapped =
        "{'source_type':'volume','destination_type':'volume','uuid':'%s','boot_index':-1}";
    HttpAnswer refused =
        nova().create("web", ",'block_device_mapping_v2':[" + mapped.formatted(far) + "]");
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(far, elsewhere, Surroundings.ZONE);

    String anywhere =
        """
        {'server':{'name':'web','imageRef':'%s','flavorRef':'c6.large.2','networks':'auto',
        'block_device_mapping_v2':[%s,%s]}}"""
            .formatted(cloud.image(), mapped.formatted(far), mapped.formatted(near));
    HttpAnswer torn = nova().post("/servers", anywhere);
    assertThat(torn.status()).as(torn.text()).isEqualTo(400);
    assertThat(torn.at("/badRequest/message")).contains(near);
    assertThat(nova().names("")).isEmpty();
    assertThat(client().disks()).containsOnly("available");
  }
}
