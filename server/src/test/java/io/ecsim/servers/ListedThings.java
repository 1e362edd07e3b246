package io.ecsim.servers;

import static io.ecsim.testing.Caller.each;
import static io.ecsim.testing.Caller.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.api.Operation;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A few of each thing that lists show, no two alike; each has a word for its id. */
record ListedThings(WholeDouble cloud, Owner anna, Map<String, String> ids) {
  private static final String UBUNTU = "Ubuntu%2022.04%20server%2064bit";

  static ListedThings made(WholeDouble cloud, boolean launching) {
    var anna = new Owner(cloud.http(), Ecsim.PROJECT);
    var things = new ListedThings(cloud, anna, new LinkedHashMap<>());
    things.ids.put("nobody", "00000000-0000-4000-8000-00000000ffff");
    things.ids.put("ubuntu", anna.image(UBUNTU));
    things.ids.put("centos", anna.image("CentOS%207.6%2064bit"));
    things.templates();
    if (launching) {
      things.launchGroups();
    } else {
      things.keysAndGroups();
      things.servers();
      things.events();
    }
    return things;
  }

  private void keysAndGroups() {
    ok(anna.post("/ecs/v2.1/{p}/os-keypairs", "{'keypair':{'name':'key'}}"));
    ok(anna.post("/ecs/v2.1/{p}/os-keypairs", "{'keypair':{'name':'lock'}}"));
    for (String name : new String[] {"g1", "g2"}) {
      HttpAnswer group =
          anna.post(
              "/ecs/v1/{p}/cloudservers/os-server-groups",
              "{'server_group':{'name':'%s','policies':['anti-affinity']}}",
              name);
      ids.put(name, ok(group).at("/server_group/id"));
    }
  }

  private void servers() {
    ok(anna.put("/ecs/v1/{p}/recycle-bin", "{'recycle_bin':{'switch':'on'}}"));
    ok(
        anna.put(
            "/ecs/v1/{p}/recycle-bin/policy",
            "{'policy':{'retention_hour':100,'recycle_threshold_day':0}}"));
    order("old", "c6.large.2", "4a", "ubuntu", 61, ",'server_tags':[{'key':'kept','value':'yes'}]");
    order("older", "c6.large.2", "4b", "ubuntu", 62, "");
    anna.deleteServers(ids.get("old"), ids.get("older"));
    cloud.idle();
    ok(anna.put("/ecs/v1/{p}/recycle-bin", "{'recycle_bin':{'switch':'off'}}"));
    order(
        "web",
        "c6.large.2",
        "4a",
        "ubuntu",
        51,
        ",'key_name':'key','metadata':{'owner':'me'},'server_tags':[{'key':'env','value':'prod'}]");
    order(
        "db",
        "c6.xlarge.2",
        "4b",
        "centos",
        151,
        ",'server_tags':[{'key':'role','value':'db'}],"
            + "'extendparam':{'enterprise_project_id':'ep1'}");
    order("gone", "c6.large.2", "4a", "ubuntu", 63, "");
    ids.put("nat", ok(anna.orderNatively("nat")).at("/server/id"));
    cloud.idle();
    ok(anna.deleteServers(ids.get("gone")));
    ok(anna.stop(ids.get("db"), "SOFT"));
    cloud.idle();
    JsonNode web = anna.servers().get(ids.get("web"));
    ids.put("reservation", web.path("OS-EXT-SRV-ATTR:reservation_id").asText());
    ids.put("host", web.path("OS-EXT-SRV-ATTR:host").asText());
  }

  private void order(
      String name, String flavor, String zone, String image, int address, String more) {
    HttpAnswer order =
        anna.post(
            "/ecs/v1/{p}/cloudservers",
            """
            {'server':{'name':'%s','flavorRef':'%s','availability_zone':'cn-north-%s',
              'imageRef':'%s','vpcid':'%s',
              'nics':[{'subnet_id':'%s','ip_address':'192.168.0.%d'}],
              'root_volume':{'volumetype':'SAS','size':40}%s}}
            """,
            name,
            flavor,
            zone,
            ids.get(image),
            cloud.vpc(anna.project()),
            anna.subnet(),
            address,
            more.replace('\'', '"'));
    ids.put(name, ok(order).at("/serverIds/0"));
    cloud.idle();
  }

  private void events() {
    ok(anna.begin(ids.get("web"), "plan-redeploy"));
    ok(anna.begin(ids.get("nat"), "plan-reboot"));
    JsonNode events = ok(anna.get("/ecs/v3/{p}/instance-scheduled-events")).json().path("events");
    ids.put("e1", events.at("/0/id").asText());
    ids.put("e2", events.at("/1/id").asText());
  }

  private void templates() {
    template("t1", "c6.large.2", "ubuntu");
    template("t2", "c6.xlarge.2", "centos");
  }

  private void template(String name, String flavor, String image) {
    HttpAnswer made =
        anna.post(
            "/ecs/v3/{p}/launch-templates",
            """
            {'launch_template':{'name':'%s','template_data':{'name':'crew','flavor_id':'%s',
              'network_interfaces':[{'virsubnet_id':'%s'}],
              'block_device_mappings':[{'source_id':'%s','source_type':'image',
                'volume_type':'SAS','volume_size':40,'attachment':{'boot_index':0}}]}}}
            """,
            name,
            flavor,
            anna.subnet(),
            ids.get(image));
    ids.put(name, ok(made).at("/launch_template_id"));
  }

  private void launchGroups() {
    for (String name : new String[] {"a1", "a2"}) {
      HttpAnswer made =
          anna.post(
              "/ecs/v2/a-domain/auto-launch-groups",
              """
              {'name':'%s','target_capacity':4,'region_specs':[{'region_id':'cn-north-4',
                'launch_template_config':{'launch_template':{'launch_template_id':'%s',
                  'version':'1'},'overrides':[{'availability_zone_id':'cn-north-4a',
                  'flavor_id':'c6.large.2'}]}}]}
              """,
              name,
              ids.get("t1"));
      ids.put(name, ok(made).at("/auto_launch_group_id"));
    }
    cloud.idle();
  }

  /** What a list answers. */
  HttpAnswer ask(Operation list, String query) {
    String path =
        list.path()
            .replace("{project_id}", "{p}")
            .replace("{domain_id}", "a-domain")
            .replace("{auto_launch_group_id}", ids.getOrDefault("a1", ""));
    String question = filled(query);
    return cloud
        .http()
        .get(
            "/ecs" + path.replace("{p}", anna.project()) + "?" + question,
            "X-OpenStack-Nova-API-Version",
            "2.60");
  }

  private String filled(String query) {
    String full = query;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      full = full.replace("{" + id.getKey() + "}", id.getValue());
    }
    return full;
  }

  /** The value of the first key of a query. */
  String value(String query) {
    String first = filled(query.split("&", -1)[0]);
    return URLDecoder.decode(first.substring(first.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  /** The items of a list, as they are. */
  JsonNode items(HttpAnswer answer) {
    for (JsonNode member : answer.json()) {
      if (member.isArray()) {
        return member;
      }
    }
    return answer.json();
  }

  /** What an answer lists, by its words. */
  String names(HttpAnswer answer) {
    return each(items(answer)).stream().map(this::name).collect(Collectors.joining(" "));
  }

  private String name(JsonNode item) {
    String id =
        item.has("id")
            ? item.path("id").asText()
            : item.has("launch_template_id")
                ? item.path("launch_template_id").asText()
                : item.has("auto_launch_group_id")
                    ? item.path("auto_launch_group_id").asText()
                    : item.at("/keypair/name").asText();
    return ids.entrySet().stream()
        .filter(one -> one.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(id);
  }
}
