package io.ecsim.ecs;

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

/** Servers whose disks are made from snapshots: ecs-schemas.md 15, evs-lifecycle.md b.1. */
class NativeServersFromSnapshotsTest {
  private static final String VOLUMES = "/evs/v2/" + Ecsim.PROJECT;

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  /** A snapshot of this disk, just ordered. */
  private String snap(String disk) {
    HttpAnswer answer =
        client()
            .send(
                "POST",
                VOLUMES + "/snapshots",
                "{\"snapshot\":{\"name\":\"s\",\"volume_id\":\"%s\"}}".formatted(disk));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.at("/snapshot/id");
  }

  private String snapshot(String disk) {
    String id = snap(disk);
    ecsim.advanceToIdle();
    return id;
  }

  /** A disk of 40 GiB with the image on it. */
  private String system() {
    return client().disk(",\"imageRef\":\"" + cloud.image() + "\",\"size\":40");
  }

  private JsonNode disk(String id) {
    HttpAnswer answer = client().send("GET", VOLUMES + "/volumes/" + id, null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("volume");
  }

  private static String mapping(String rows) {
    return ",'block_device_mapping_v2':[" + rows + "]";
  }

  private static String row(String snapshot, String more) {
    return "{'source_type':'snapshot','destination_type':'volume','uuid':'%s'%s}"
        .formatted(snapshot, more);
  }

  @Test
  void a_server_starts_from_a_disk_made_of_a_snapshot() {
    String system = system();
    String snapshot = snapshot(system);
    HttpAnswer answer =
        nova()
            .post(
                "/servers",
                """
                {'server':{'name':'web','imageRef':'','flavorRef':'c6.large.2','networks':'auto'%s}}"""
                    .formatted(
                        mapping(row(snapshot, ",'boot_index':0,'delete_on_termination':true"))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String id = answer.at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova().words(id)).isEqualTo("ACTIVE active null 1");
    JsonNode server = client().server(id);
    assertThat(server.at("/OS-EXT-AZ:availability_zone").asText()).isEqualTo(Surroundings.ZONE);
    JsonNode attached = server.at("/os-extended-volumes:volumes_attached");
    assertThat(Client.each(attached, "/bootIndex")).containsExactly("0");
    JsonNode made = disk(attached.at("/0/id").asText());
    assertThat(made.path("snapshot_id").asText()).isEqualTo(snapshot);
    assertThat(made.path("size").asInt()).isEqualTo(40);
    assertThat(made.path("volume_type").asText()).isEqualTo("SAS");
    assertThat(made.path("bootable").asText()).isEqualTo("true");
    assertThat(made.at("/volume_image_metadata/image_id").asText()).isEqualTo(cloud.image());
    assertThat(disk(system).path("status").asText()).isEqualTo("available");

    nova().delete("/servers/" + id);
    ecsim.advanceToIdle();
    assertThat(client().disks()).containsExactly("available");
  }

  @Test
  void each_of_several_servers_gets_data_disks_of_its_own_that_stay() {
    String data = client().disk();
    String snapshot = snapshot(data);
    HttpAnswer answer =
        nova()
            .create(
                "web",
                ",'min_count':2"
                    + mapping(
                        row(snapshot, ",'boot_index':-1,'volume_size':25")
                            + ",{'source_type':'blank','destination_type':'volume','volume_size':30}"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    ecsim.advanceToIdle();

    assertThat(client().disks()).hasSize(7).containsOnlyOnce("available");
    String id = answer.at("/server/id");
    JsonNode attached = client().server(id).at("/os-extended-volumes:volumes_attached");
    assertThat(Client.each(attached, "/bootIndex")).hasSize(3);
    JsonNode made = disk(attached.at("/1/id").asText());
    assertThat(made.path("snapshot_id").asText()).isEqualTo(snapshot);
    assertThat(made.path("size").asInt()).isEqualTo(25);
    assertThat(made.path("bootable").asText()).isEqualTo("false");
    assertThat(disk(attached.at("/0/id").asText()).path("snapshot_id").asText("")).isIn("", "null");
    assertThat(disk(attached.at("/2/id").asText()).path("snapshot_id").asText("")).isIn("", "null");
    nova().delete("/servers/" + id);
    ecsim.advanceToIdle();
    assertThat(client().disks()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`uuid`:`ID`,`volume_size`:15           | size 15 is less than 20",
        "`uuid`:`ID`,`volume_size`:1000000      | size 1000000",
        "`uuid`:`ID`,`volume_type`:`SSD`        | volume_type SSD",
        "`uuid`:`ID`,`volume_type`:`nothing`    | volume_type nothing",
        "`uuid`:`ID`,`destination_type`:`local` | destination_type local",
        "`uuid`:`ID`,`boot_index`:0             | is not bootable",
        "`uuid`:`nothing`                       | failed to get snapshot nothing",
        "`uuid`:null                            | failed to get snapshot null",
      })
  void what_does_not_fit_a_snapshot_is_refused(String members, String message) {
    String snapshot = snapshot(client().disk(",\"size\":20"));
    String row = members.replace('`', '\'').replace("ID", snapshot);
    refused(mapping("{'source_type':'snapshot'," + row + "}"), message);
  }

  @Test
  void a_snapshot_that_is_not_complete_is_refused() {
    String snapshot = snap(client().disk());
    refused(
        mapping(row(snapshot, ",'boot_index':-1")), "The snapshot " + snapshot + " is creating");
  }

  @Test
  void a_snapshot_of_another_zone_is_refused() {
    String elsewhere = Surroundings.REGION + "b";
    String snapshot = snapshot(client().disk(",\"availability_zone\":\"" + elsewhere + "\""));
    refused(
        mapping(row(snapshot, ",'boot_index':-1")),
        "The snapshot %s is in zone %s".formatted(snapshot, elsewhere));
  }

  private void refused(String mapping, String message) {
    var before = client().disks();
    HttpAnswer refused = nova().create("web", mapping);

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().at("/badRequest/code").intValue()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(message);
    assertThat(nova().names("")).isEmpty();
    assertThat(client().disks()).isEqualTo(before);
  }

  @Test
  void a_disk_that_cannot_be_made_of_it_fails_the_server() {
    String snapshot = snapshot(client().disk());
    client()
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge("volume.create"),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(null)));
    String id = nova().create("web", mapping(row(snapshot, ",'boot_index':-1"))).at("/server/id");
    ecsim.advanceToIdle();

    assertThat(nova().words(id)).isEqualTo("ERROR error null 0");
    assertThat(nova().server(id).at("/fault/message").asText())
        .isEqualTo("Build of instance %s aborted: Block Device Mapping is Invalid.".formatted(id));
    assertThat(client().disks()).containsExactly("available");
  }
}
