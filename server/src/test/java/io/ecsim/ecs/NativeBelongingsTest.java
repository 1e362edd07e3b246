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

/** What belongs to servers, natively: metadata, tags, disks. ecs-schemas.md 6, 11 and 12. */
class NativeBelongingsTest {
  private static final String LATEST = "2.60";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  @Test
  void metadata_is_shown_merged_replaced_and_deleted() {
    Nova nova = nova();
    String path = "/servers/" + nova.running("web", ",'metadata':{'a':'1'}") + "/metadata";

    assertThat(nova.get(path).at("/metadata/a")).isEqualTo("1");
    assertThat(nova.get(path).at("/metadata/os_type")).isEqualTo("Linux");
    assertThat(nova.post(path, "{'metadata':{'b':'2'}}").at("/metadata/a")).isEqualTo("1");
    HttpAnswer replaced = nova.put(path, "{'metadata':{'c':'3'}}");
    assertThat(replaced.json().path("metadata").has("a")).isFalse();
    assertThat(replaced.at("/metadata/c")).isEqualTo("3");
    assertThat(nova.put(path + "/c", "{'meta':{'c':'4'}}").at("/meta/c")).isEqualTo("4");
    assertThat(nova.get(path + "/c").at("/meta/c")).isEqualTo("4");
    assertThat(nova.delete(path + "/c").status()).isEqualTo(204);
    assertThat(nova.get(path + "/c").status()).isEqualTo(404);
    assertThat(nova.delete(path + "/c").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/c | {'meta':{'d':'1'}}         | 400 | badRequest",
        "/c | {'meta':{'c':'1','d':'1'}} | 400 | badRequest",
        "/c | {'meta':{'c':1}}           | 400 | badRequest",
        "   | {'metadata':{'!':'1'}}     | 400 | badRequest",
      })
  void metadata_that_cannot_be(String key, String body, int status, String error) {
    String path = "/servers/" + nova().running("web") + "/metadata" + (key == null ? "" : key);
    HttpAnswer refused = nova().put(path, body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    assertThat(refused.json().has(error)).isTrue();
  }

  @Test
  void a_server_that_is_being_made_takes_no_metadata() {
    String id = nova().create("web", "").at("/server/id");
    HttpAnswer refused = nova().post("/servers/" + id + "/metadata", "{'metadata':{'a':'1'}}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/conflictingRequest/message"))
        .isEqualTo(
            "Cannot 'update metadata' instance %s while it is in task_state scheduling"
                .formatted(id));
  }

  @Test
  void a_tag_of_the_form_key_value_is_the_tag_of_the_other_door() {
    Nova nova = nova();
    String id = nova.running("web");
    String path = "/servers/" + id + "/tags";

    HttpAnswer added = nova.put(path + "/role=a", null);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(added.header("Location")).endsWith("/servers/" + id + "/tags/role=a");
    assertThat(nova.put(path + "/role=a", null).status()).isEqualTo(204);
    assertThat(client().get("/" + id + "/tags").at("/tags/0/key")).isEqualTo("role");
    assertThat(client().get("/" + id + "/tags").at("/tags/0/value")).isEqualTo("a");
    assertThat(nova.put(path, "{'tags':['blue','x=y']}").at("/tags/0")).isEqualTo("blue");
    assertThat(nova.getAs(LATEST, "/servers/" + id).at("/server/tags/1")).isEqualTo("x=y");
    assertThat(nova.get(path + "/blue").status()).isEqualTo(204);
    assertThat(nova.get(path + "/role=a").status()).isEqualTo(404);
    assertThat(nova.delete(path + "/blue").status()).isEqualTo(204);
    assertThat(nova.delete(path + "/blue").status()).isEqualTo(404);
    assertThat(nova.delete(path).status()).isEqualTo(204);
    assertThat(nova.get(path).json().path("tags")).isEmpty();
    assertThat(nova.put(path, "{'tags':['__type_virtual']}").status()).isEqualTo(400);
  }

  @Test
  void a_disk_is_attached_shown_and_detached() {
    Nova nova = nova();
    String id = nova.running("web");
    String disk = client().disk();
    String path = "/servers/" + id + "/os-volume_attachments";
    HttpAnswer attached =
        nova.post(path, "{'volumeAttachment':{'volumeId':'%s','device':null}}".formatted(disk));

    assertThat(attached.status()).as(attached.text()).isEqualTo(200);
    assertThat(attached.at("/volumeAttachment/id")).isEqualTo(disk);
    assertThat(attached.at("/volumeAttachment/device")).isEqualTo("/dev/vdb");
    assertThat(client().disks()).containsExactly("in-use", "attaching");
    ecsim.advanceToIdle();
    assertThat(nova.get(path).json().path("volumeAttachments")).hasSize(2);
    assertThat(nova.get(path + "/" + disk).at("/volumeAttachment/serverId")).isEqualTo(id);
    assertThat(nova.delete(path + "/" + disk).status()).isEqualTo(202);
    assertThat(client().disks()).containsExactly("in-use", "detaching");
    ecsim.advanceToIdle();
    assertThat(nova.get(path + "/" + disk).status()).isEqualTo(404);
    assertThat(nova.delete(path + "/" + disk).status()).isEqualTo(404);
  }

  @Test
  void the_root_disk_leaves_a_stopped_server_only() {
    Nova nova = nova();
    String id = nova.running("web");
    String path = "/servers/" + id + "/os-volume_attachments";
    String root = nova.get(path).at("/volumeAttachments/0/id");
    HttpAnswer refused = nova.delete(path + "/" + root);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("root device");
    client().stop("HARD", id);
    ecsim.advanceToIdle();
    assertThat(nova.delete(path + "/" + root).status()).isEqualTo(202);
    ecsim.advanceToIdle();
    assertThat(client().disks()).containsExactly("available");
  }

  @Test
  void what_cannot_be_attached() {
    Nova nova = nova();
    String id = nova.running("web");
    String path = "/servers/" + id + "/os-volume_attachments";
    JsonNode root = nova.get(path).json().at("/volumeAttachments/0/id");

    assertThat(nova.post(path, attachment("nothing")).status()).isEqualTo(404);
    assertThat(nova.post(path, attachment(root.asText())).json().has("badRequest")).isTrue();
    assertThat(nova.post("/servers/none/os-volume_attachments", attachment("x")).status())
        .isEqualTo(404);
    String busy = nova.create("busy", "").at("/server/id");
    assertThat(
            nova.post("/servers/" + busy + "/os-volume_attachments", attachment(client().disk()))
                .status())
        .isEqualTo(200);
  }

  private static String attachment(String disk) {
    return "{'volumeAttachment':{'volumeId':'%s'}}".formatted(disk);
  }

  @Test
  void an_attachment_that_fails_leaves_both_as_they_were() {
    Nova nova = nova();
    String id = nova.running("web");
    String disk = client().disk();
    client()
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge("server.attach-volume"),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(null)));
    nova.post("/servers/" + id + "/os-volume_attachments", attachment(disk));
    ecsim.advanceToIdle();

    assertThat(
            nova.get("/servers/" + id + "/os-volume_attachments").json().at("/volumeAttachments"))
        .hasSize(1);
    assertThat(client().disks()).containsExactly("in-use", "available");
  }
}
