package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Launch templates: made, found, shown as they were given, deleted. */
class LaunchTemplatesTest {
  private static final String V3 = "/ecs/v3/" + Ecsim.PROJECT;

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer create(String members) {
    return client.send(
        "POST",
        V3 + "/launch-templates",
        ("{'launch_template':{" + members + "}}").replace('\'', '"'));
  }

  private JsonNode list(String query) {
    return client.send("GET", V3 + "/launch-templates?" + query, null).json();
  }

  private JsonNode versions(String query) {
    return client.send("GET", V3 + "/launch-template-versions?" + query, null).json();
  }

  @Test
  void a_template_is_shown_as_it_was_given() {
    HttpAnswer made =
        create(
            "'name':'web','description':'d','version_description':'first','template_data':"
                + "{'flavor_id':'c6.large.2','name':'n','security_group_ids':['g'],"
                + "'block_device_mappings':[{'source_id':'i','source_type':'image','volume_size':40,"
                + "'attachment':{'boot_index':0}}],'metadata':{'a':'b'},"
                + "'tag_options':[{'tags':[{'key':'k','value':'v'}]}]}");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    String id = made.at("/launch_template_id");

    JsonNode shown = list("launch_template_id=" + id).at("/launch_templates/0");
    assertThat(shown.path("name").asText()).isEqualTo("web");
    assertThat(shown.path("default_version").asInt()).isEqualTo(1);
    assertThat(shown.path("latest_version").asInt()).isEqualTo(1);
    JsonNode version = versions("launch_template_id=" + id).at("/launch_template_versions/0");
    assertThat(version.path("version_number").asInt()).isEqualTo(1);
    assertThat(version.path("version_description").asText()).isEqualTo("first");
    JsonNode data = version.path("template_data");
    assertThat(data.path("flavor_id").asText()).isEqualTo("c6.large.2");
    assertThat(data.at("/block_device_mappings/0/volume_size").asInt()).isEqualTo(40);
    assertThat(data.at("/tag_options/0/tags/0/value").asText()).isEqualTo("v");
    assertThat(versions("flavor_id=c6.large.2&image_id=i").path("launch_template_versions"))
        .hasSize(1);
    assertThat(versions("flavor_id=other").path("launch_template_versions")).isEmpty();
    assertThat(versions("launch_template_id=" + id + "&version=2").path("launch_template_versions"))
        .isEmpty();
  }

  @Test
  void templates_come_in_pages() {
    for (String name : new String[] {"a", "b", "c"}) {
      create("'name':'" + name + "'");
    }
    JsonNode first = list("limit=2");
    assertThat(Client.each(first.path("launch_templates"), "/name")).containsExactly("a", "b");
    String marker = first.at("/page_info/next_marker").asText();
    JsonNode second = list("limit=2&marker=" + marker);
    assertThat(Client.each(second.path("launch_templates"), "/name")).containsExactly("c");
    assertThat(second.path("page_info").has("next_marker")).isFalse();
    assertThat(Client.each(list("name=b").path("launch_templates"), "/name")).containsExactly("b");
  }

  @Test
  void a_template_is_deleted_once() {
    String id = create("'name':'web'").at("/launch_template_id");
    String path = V3 + "/launch-templates/" + id;

    assertThat(client.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(list("").path("launch_templates")).isEmpty();
    HttpAnswer again = client.send("DELETE", path, null);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.at("/error_msg")).contains(id);
  }

  @Test
  void a_template_needs_a_name_and_is_only_tried_in_a_dry_run() {
    HttpAnswer nameless = create("'description':'d'");
    assertThat(nameless.status()).isEqualTo(400);
    assertThat(nameless.at("/error_code")).isEqualTo("Ecs.0005");
    HttpAnswer tried =
        client.send(
            "POST",
            V3 + "/launch-templates",
            "{\"dry_run\":true,\"launch_template\":{\"name\":\"x\"}}");
    assertThat(tried.status()).isEqualTo(200);
    assertThat(list("").path("launch_templates")).isEmpty();
  }
}
