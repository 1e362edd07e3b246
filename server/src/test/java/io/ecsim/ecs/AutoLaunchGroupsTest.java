package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Auto launch groups: they order servers until their capacity is reached, and give them up. */
class AutoLaunchGroupsTest {
  private static final String GROUPS = "/ecs/v2/a-domain/auto-launch-groups";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer send(String method, String path, String json) {
    return client.send(
        method, path, json == null ? null : json.replace('\'', '"'), "X-Project-Id", Ecsim.PROJECT);
  }

  private String template() {
    return send(
            "POST",
            "/ecs/v3/" + Ecsim.PROJECT + "/launch-templates",
            "{'launch_template':{'name':'t','template_data':{'name':'crew','flavor_id':'c6.large.2',"
                + "'metadata':{'a':'b'},'network_interfaces':[{'virsubnet_id':'"
                + client.subnet()
                + "'}],'tag_options':[{'tags':[{'key':'k','value':'v'}]}],"
                + "'block_device_mappings':[{'source_id':'"
                + cloud.image()
                + "','source_type':'image','volume_type':'SAS','volume_size':40,"
                + "'attachment':{'boot_index':0}},{'volume_type':'SAS','volume_size':10,"
                + "'attachment':{'boot_index':1,'delete_on_termination':true}}]}}}")
        .at("/launch_template_id");
  }

  /** A request for a group, with more members and overrides. */
  private String wish(String more, String overrides) {
    return "{'name':'g',%s,'region_specs':[{'region_id':'%s','launch_template_config':{'launch_template':{'launch_template_id':'%s','version':'1'},'overrides':[%s]}}]}"
        .formatted(more, Surroundings.REGION, template(), overrides);
  }

  private HttpAnswer create(String more, String overrides) {
    return send("POST", GROUPS, wish(more, overrides));
  }

  private String made(String more, String overrides) {
    HttpAnswer answer = create(more, overrides);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("/auto_launch_group_id");
  }

  private static String of(String flavor, String more) {
    return "{'availability_zone_id':'%s','flavor_id':'%s'%s}"
        .formatted(Surroundings.ZONE, flavor, more);
  }

  private JsonNode show(String id) {
    return send("GET", GROUPS + "/" + id, null).json();
  }

  private JsonNode instances(String id, String query) {
    return send("GET", GROUPS + "/" + id + "/instances" + query, null).json();
  }

  private long servers() {
    return client.state().everywhere("server").count();
  }

  @Test
  void a_group_orders_real_servers_by_use_and_spot_until_its_capacity_is_reached() {
    String id = made("'target_capacity':6,'stable_capacity':2", of("c6.large.2", ""));

    JsonNode young = show(id);
    assertThat(young.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(young.path("task_state").asText()).isEqualTo("HANDLING");
    assertThat(young.path("current_capacity").asInt()).isZero();
    client.world().advanceToIdle();

    JsonNode group = show(id);
    assertThat(group.path("auto_launch_group_id").asText()).isEqualTo(id);
    assertThat(group.path("task_state").asText()).isEqualTo("FULFILLED");
    assertThat(group.path("current_capacity").asInt()).isEqualTo(6);
    assertThat(group.path("current_stable_capacity").asInt()).isEqualTo(2);
    assertThat(group.path("allocation_strategy").asText()).isEqualTo("lowest_price");
    assertThat(group.at("/region_specs/0/launch_template_config/launch_template/version").asText())
        .isEqualTo("1");
    JsonNode crew = instances(id, "").path("instances");
    assertThat(Client.each(crew, "/name")).containsExactly("crew-0000", "crew-0001", "crew-0002");
    assertThat(Client.each(crew, "/sell_mode")).containsExactly("onDemand", "spot", "spot");
    assertThat(Client.each(crew, "/status")).containsOnly("ACTIVE");
    JsonNode server = client.server(crew.at("/1/id").asText());
    assertThat(server.at("/metadata/charging_mode").asText()).isEqualTo("2");
    assertThat(server.at("/metadata/a").asText()).isEqualTo("b");
    assertThat(server.at("/flavor/id").asText()).isEqualTo("c6.large.2");
    assertThat(server.path("os-extended-volumes:volumes_attached")).hasSize(2);
    assertThat(Client.each(server.path("tags"), "")).containsExactly("k=v");
  }

  @Test
  void weights_say_what_a_server_counts_and_priorities_which_is_ordered() {
    String id =
        made(
            "'target_capacity':5,'stable_capacity':5,'allocation_strategy':'prioritized'",
            of("c6.large.2", ",'priority':2")
                + ","
                + of("c6.xlarge.2", ",'priority':1,'weighted_capacity':2.5"));
    client.world().advanceToIdle();

    JsonNode crew = instances(id, "").path("instances");
    assertThat(Client.each(crew, "/flavor_id")).containsExactly("c6.xlarge.2", "c6.xlarge.2");
    assertThat(Client.each(crew, "/sell_mode")).containsOnly("onDemand");
    assertThat(show(id).path("current_capacity").asDouble()).isEqualTo(5.0);
  }

  @Test
  void a_group_grows_and_shrinks_with_its_target() {
    String id = made("'target_capacity':2,'stable_capacity':2", of("c6.large.2", ""));
    client.world().advanceToIdle();
    String first = instances(id, "").at("/instances/0/id").asText();

    HttpAnswer more =
        send(
            "PUT",
            GROUPS + "/" + id,
            "{'name':'h','target_capacity':4,'stable_capacity':4,'spot_price':0.5}");
    assertThat(more.status()).as(more.text()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(instances(id, "").path("instances")).hasSize(2);
    assertThat(show(id).path("name").asText()).isEqualTo("h");
    assertThat(show(id).path("spot_price").asDouble()).isEqualTo(0.5);
    assertThat(show(id).path("current_capacity").asInt()).isEqualTo(4);

    send("PUT", GROUPS + "/" + id, "{'target_capacity':2,'stable_capacity':2}");
    client.world().advanceToIdle();
    assertThat(Client.each(instances(id, "").path("instances"), "/id")).containsExactly(first);
    assertThat(servers()).isEqualTo(1);
  }

  @Test
  void what_is_too_much_stays_if_it_is_not_to_be_terminated() {
    String id =
        made(
            "'target_capacity':4,'excess_fulfilled_capacity_behavior':'noTermination'",
            of("c6.large.2", ""));
    client.world().advanceToIdle();

    send("PUT", GROUPS + "/" + id, "{'target_capacity':2}");
    client.world().advanceToIdle();
    assertThat(instances(id, "").path("instances")).hasSize(2);
  }

  @Test
  void a_group_is_deleted_with_its_servers_or_without() {
    String with = made("'target_capacity':4", of("c6.large.2", ""));
    String without = made("'target_capacity':2", of("c6.large.2", ""));
    client.world().advanceToIdle();

    HttpAnswer gone = send("DELETE", GROUPS + "/" + with, "{'delete_instances':'terminate'}");
    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(show(with).path("status").asText()).isEqualTo("DELETING");
    send("DELETE", GROUPS + "/" + without, "{'delete_instances':'noTermination'}");
    client.world().advanceToIdle();

    HttpAnswer again = send("GET", GROUPS + "/" + with, null);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.at("/error_msg")).contains(with);
    assertThat(send("GET", GROUPS + "/" + without, null).status()).isEqualTo(404);
    assertThat(servers()).isEqualTo(1);
  }

  @Test
  void a_server_that_somebody_deletes_leaves_its_group() {
    String id = made("'target_capacity':4", of("c6.large.2", ""));
    client.world().advanceToIdle();
    String first = instances(id, "").at("/instances/0/id").asText();

    client.remove(first);
    client.world().advanceToIdle();
    assertThat(Client.each(instances(id, "").path("instances"), "/id")).hasSize(1);
    assertThat(show(id).path("current_capacity").asInt()).isEqualTo(2);
  }

  @Test
  void groups_and_their_servers_come_in_pages() {
    String first = made("'target_capacity':4", of("c6.large.2", ""));
    String second = made("'target_capacity':2", of("c6.large.2", ""));

    JsonNode page = send("GET", GROUPS + "?limit=1", null).json();
    assertThat(Client.each(page.path("auto_launch_groups"), "/auto_launch_group_id"))
        .containsExactly(first);
    String marker = page.at("/page_info/next_marker").asText();
    JsonNode rest = send("GET", GROUPS + "?limit=1&marker=" + marker, null).json();
    assertThat(Client.each(rest.path("auto_launch_groups"), "/auto_launch_group_id"))
        .containsExactly(second);
    assertThat(rest.path("page_info").has("next_marker")).isFalse();
    assertThat(send("GET", GROUPS + "?name=x", null).json().path("auto_launch_groups")).isEmpty();
    JsonNode crew = instances(first, "?limit=1");
    assertThat(crew.path("instances")).hasSize(1);
    assertThat(crew.at("/page_info/next_marker").asText())
        .isEqualTo(crew.at("/instances/0/id").asText());
  }

  @Test
  void a_refused_group_leaves_nothing_behind() {
    String flavor = of("c6.large.2", "");
    refused(create("'target_capacity':2,'stable_capacity':4", flavor), "stable_capacity 4");
    refused(create("'target_capacity':2", of("no.such", "")), "no.such");
    refused(
        create("'target_capacity':2", of("c6.large.2", ",'weighted_capacity':0")),
        "weighted_capacity");
    refused(create("'target_capacity':100000", flavor), "quota");
    refused(create("'target_capacity':2,'allocation_strategy':'best'", flavor), "best");
    HttpAnswer tried = create("'target_capacity':2,'dry_run':true", flavor);
    assertThat(tried.status()).as(tried.text()).isEqualTo(200);

    assertThat(servers()).isZero();
    assertThat(send("GET", GROUPS, null).json().path("auto_launch_groups")).isEmpty();
  }

  private static void refused(HttpAnswer answer, String because) {
    assertThat(answer.status()).as(answer.text()).isBetween(400, 403);
    assertThat(answer.at("/error_code")).startsWith("Ecs.");
    assertThat(answer.at("/error_msg")).contains(because);
  }

  @Test
  void what_is_not_modelled_says_so() {
    String flavor = of("c6.large.2", "");
    for (String more :
        new String[] {
          "'type':'maintain'",
          "'supply_option':'multiple'",
          "'valid_until':'2099-01-01T00:00:00Z'",
          "'valid_since':'2099-01-01T00:00:00Z'",
          "'guarantee_plan_id':'p'"
        }) {
      HttpAnswer answer = create("'target_capacity':2," + more, flavor);
      assertThat(answer.status()).as(answer.text()).isEqualTo(501);
      assertThat(answer.at("/error_code")).isEqualTo("ecsim.NotModelled");
    }
    assertThat(servers()).isZero();
  }
}
