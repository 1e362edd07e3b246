package io.ecsim.servers;

import static io.ecsim.testing.Caller.byId;
import static io.ecsim.testing.Caller.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Caller;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.Map;

/** Somebody who has servers, and does everything by HTTP. */
record Owner(Http http, String project) implements Caller {
  static final String ANNA = "0123456789abcdef0123456789abcdef";
  static final String SMALL = "c6.large.2";
  static final String LARGE = "c6.xlarge.2";

  HttpAnswer order(String name) {
    return order(name, "");
  }

  /** Orders a server; {@code members} are further ones of its body, each with a comma before it. */
  HttpAnswer order(String name, String members) {
    return order("v1", name, members);
  }

  /** Orders a server for a month, and pays for it. */
  HttpAnswer orderForAMonth(String name) {
    return order(
        "v1.1",
        name,
        """
        ,'extendparam':{'chargingMode':'prePaid','periodType':'month','periodNum':1,
          'isAutoPay':'true'}
        """);
  }

  private HttpAnswer order(String version, String name, String members) {
    return post(
        "/ecs/" + version + "/{p}/cloudservers",
        """
        {'server':{'name':'%s','availability_zone':'cn-north-4a','flavorRef':'%s',
          'imageRef':'%s','vpcid':'%s','nics':[{'subnet_id':'%s'}],
          'root_volume':{'volumetype':'SAS','size':40}%s}}
        """,
        name,
        SMALL,
        image("Ubuntu%2022.04%20server%2064bit"),
        ok(get("/vpc/v1/{p}/vpcs?limit=1")).at("/vpcs/0/id"),
        subnet(),
        members.replace('\'', '"'));
  }

  /** Orders a server natively. */
  HttpAnswer orderNatively(String name) {
    return post(
        "/ecs/v2.1/{p}/servers",
        """
        {'server':{'name':'%s','flavorRef':'%s','imageRef':'%s',
          'networks':[{'uuid':'%s'}]}}
        """,
        name,
        SMALL,
        image("Ubuntu%2022.04%20server%2064bit"),
        subnet());
  }

  String image(String name) {
    return ok(get("/ims/v2/cloudimages?name=" + name)).at("/images/0/id");
  }

  String subnet() {
    return ok(get("/vpc/v1/{p}/subnets?limit=1")).at("/subnets/0/id");
  }

  HttpAnswer start(String server) {
    return batch("{'os-start':{'servers':[{'id':'%s'}]}}", server);
  }

  HttpAnswer stop(String server, String type) {
    return batch("{'os-stop':{'type':'" + type + "','servers':[{'id':'%s'}]}}", server);
  }

  HttpAnswer reboot(String server, String type) {
    return batch("{'reboot':{'type':'" + type + "','servers':[{'id':'%s'}]}}", server);
  }

  private HttpAnswer batch(String json, String server) {
    return post("/ecs/v1/{p}/cloudservers/action", json, server);
  }

  HttpAnswer resize(String server, String flavor) {
    return post(
        "/ecs/v1/{p}/cloudservers/" + server + "/resize", "{'resize':{'flavorRef':'%s'}}", flavor);
  }

  HttpAnswer reinstall(String server) {
    return post(
        "/ecs/v2/{p}/cloudservers/" + server + "/reinstallos",
        "{'os-reinstall':{'adminpass':'Secret-4711','userid':'u'}}");
  }

  HttpAnswer changeOs(String server) {
    return post(
        "/ecs/v2/{p}/cloudservers/" + server + "/changeos",
        "{'os-change':{'adminpass':'Secret-4711','userid':'u','imageid':'%s'}}",
        image("CentOS%207.6%2064bit"));
  }

  HttpAnswer deleteServers(String... servers) {
    return post(
        "/ecs/v1/{p}/cloudservers/delete",
        "{'servers':[{'id':'%s'}],'delete_volume':true}",
        String.join("'},{'id':'", servers).replace('\'', '"'));
  }

  HttpAnswer deleteNatively(String server) {
    return delete("/ecs/v2.1/{p}/servers/" + server);
  }

  /** A request below a server. */
  HttpAnswer on(String server, String path, String json, Object... values) {
    return post("/ecs/v1/{p}/cloudservers/" + server + "/" + path, json, values);
  }

  /** A native action. */
  HttpAnswer act(String server, String json, Object... values) {
    return post("/ecs/v2.1/{p}/servers/" + server + "/action", json, values);
  }

  /** Begins an edge that no public call begins. */
  HttpAnswer begin(String server, String edge) {
    return post("/_ecsim/state/server/" + server + "/begin", "{'edge':'server.%s'}", edge);
  }

  HttpAnswer orderDisk() {
    return post(
        "/evs/v2.1/{p}/cloudvolumes",
        """
        {'volume':{'availability_zone':'cn-north-4a','size':10,'volume_type':'SAS',
          'metadata':{'create_for_volume_id':'true'}}}
        """);
  }

  HttpAnswer attach(String disk, String server) {
    return post(
        "/ecs/v1/{p}/cloudservers/" + server + "/attachvolume",
        "{'volumeAttachment':{'volumeId':'%s'}}",
        disk);
  }

  HttpAnswer detach(String disk, String server) {
    return delete("/ecs/v1/{p}/cloudservers/" + server + "/detachvolume/" + disk);
  }

  HttpAnswer addCard(String server) {
    return post(
        "/ecs/v1/{p}/cloudservers/" + server + "/nics", "{'nics':[{'subnet_id':'%s'}]}", subnet());
  }

  HttpAnswer switchSerialConsole(String server) {
    return put(
        "/ecs/v1/{p}/cloudservers/" + server + "/serial-console-options",
        "{'serial_console_options':{'enabled':true}}");
  }

  HttpAnswer removeCard(String server, String card) {
    return on(server, "nics/delete", "{'nics':[{'id':'%s'}]}", card);
  }

  /** The ids of a server's cards, the primary one first. */
  List<String> cards(String server) {
    HttpAnswer cards = ok(get("/ecs/v1/{p}/cloudservers/" + server + "/os-interface"));
    return Caller.each(cards.json().path("interfaceAttachments")).stream()
        .map(card -> card.path("port_id").asText())
        .toList();
  }

  Map<String, JsonNode> servers() {
    return byId(get("/ecs/v1/{p}/cloudservers/detail?limit=1000"), "servers");
  }

  Map<String, JsonNode> nativeServers() {
    return byId(get("/ecs/v2.1/{p}/servers/detail"), "servers");
  }

  Map<String, JsonNode> briefServers() {
    return byId(
        get("/ecs/v1.1/{p}/cloudservers/detail?limit=100&expect-fields=power_state"), "servers");
  }

  Map<String, JsonNode> disks() {
    return byId(get("/evs/v2/{p}/cloudvolumes/detail"), "volumes");
  }
}
