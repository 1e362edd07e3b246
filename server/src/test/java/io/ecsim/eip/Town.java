package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Options;
import io.ecsim.inventory.Account;
import io.ecsim.inventory.Inventory;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a client of EIPs, the network and servers does, in the whole cloud. */
final class Town {
  static final String PROJECT = Account.BUILT_IN.projectId();
  static final String V1 = "/eip/v1/" + PROJECT;
  static final String V2 = "/eip/v2.0/" + PROJECT;
  static final String V3 = "/eip/v3/" + PROJECT + "/eip";
  private static final String VPC = "/vpc/v1/" + PROJECT;
  private static final String ECS = "/ecs/v1/" + PROJECT;

  private final WholeDouble cloud;

  Town(WholeDouble cloud) {
    this.cloud = cloud;
  }

  HttpAnswer send(String method, String path, String json) {
    return cloud.http().send(method, path, json);
  }

  HttpAnswer get(String path) {
    return send("GET", path, null);
  }

  void idle() {
    cloud.world().advanceToIdle();
  }

  /** Asks for an EIP with a bandwidth of its own and more members of {@code publicip}. */
  HttpAnswer ask(String more) {
    return send(
        "POST",
        V1 + "/publicips",
        """
        {"publicip":{"type":"5_bgp"%s},
        "bandwidth":{"name":"b","size":5,"share_type":"PER","charge_mode":"traffic"}}"""
            .formatted(more));
  }

  /** An EIP that is bound to nothing. */
  String publicip() {
    HttpAnswer made = ask("");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    idle();
    return made.at("/publicip/id");
  }

  /** An EIP that is bound to this port. */
  String bound(String port) {
    String id = publicip();
    HttpAnswer answer = bind(id, port);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    idle();
    return id;
  }

  HttpAnswer bind(String id, String port) {
    return update(id, "{\"port_id\":\"%s\"}".formatted(port));
  }

  HttpAnswer unbind(String id) {
    return update(id, "{}");
  }

  HttpAnswer update(String id, String members) {
    return send("PUT", V1 + "/publicips/" + id, "{\"publicip\":%s}".formatted(members));
  }

  HttpAnswer delete(String id) {
    return send("DELETE", V1 + "/publicips/" + id, null);
  }

  JsonNode show(String id) {
    return get(V1 + "/publicips/" + id).json().path("publicip");
  }

  String status(String id) {
    HttpAnswer answer = get(V1 + "/publicips/" + id);
    return answer.status() == 404 ? "gone" : answer.at("/publicip/status");
  }

  String subnet() {
    return get(VPC + "/subnets").at("/subnets/0/id");
  }

  /** A port of nobody. */
  String port() {
    HttpAnswer made =
        send("POST", VPC + "/ports", "{\"port\":{\"network_id\":\"%s\"}}".formatted(subnet()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/port/id");
  }

  HttpAnswer deletePort(String id) {
    return send("DELETE", VPC + "/ports/" + id, null);
  }

  /** The port of a server's primary card. */
  String portOf(String server) {
    return get(VPC + "/ports?device_id=" + server).at("/ports/0/id");
  }

  /** Asks for servers with more members of {@code server}: {@code ,"count":2}. */
  HttpAnswer askServer(String more) {
    String image = Inventory.builtIn(Options.embedded().region()).images().get(0).id();
    return send(
        "POST",
        ECS.replace("v1", "v1.1") + "/cloudservers",
        """
        {"server":{"name":"web","imageRef":"%s","flavorRef":"c6.large.2","vpcid":"%s",
        "nics":[{"subnet_id":"%s"}],"root_volume":{"volumetype":"SAS"}%s}}"""
            .formatted(image, get(VPC + "/vpcs").at("/vpcs/0/id"), subnet(), more));
  }

  /** A server that runs. */
  String server(String more) {
    HttpAnswer made = askServer(more);
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    idle();
    return made.at("/serverIds/0");
  }

  /** Deletes a server, with more members of the request. */
  void deleteServer(String id, String more) {
    HttpAnswer answer =
        send(
            "POST",
            ECS + "/cloudservers/delete",
            "{\"servers\":[{\"id\":\"%s\"}]%s}".formatted(id, more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    idle();
  }

  JsonNode job(String id) {
    return get(ECS + "/jobs/" + id).json();
  }

  /** The public addresses that a server shows, each with the id of its port. */
  List<String> floating(String server) {
    JsonNode all = get(ECS + "/cloudservers/" + server).json().at("/server/addresses");
    return StreamSupport.stream(all.spliterator(), false)
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .filter(address -> address.get("OS-EXT-IPS:type").asText().equals("floating"))
        .map(
            address ->
                address.get("addr").asText() + " " + address.get("OS-EXT-IPS:port_id").asText())
        .toList();
  }

  /** The next time something goes this way, it fails. */
  void fail(String edge) {
    HttpAnswer laid =
        send(
            "POST",
            "/_ecsim/faults",
            """
            {"name":"%s","on":{"edge":"%s"},"when":{"first":1},"do":{"fail":true}}"""
                .formatted(edge, edge));
    assertThat(laid.status()).as(laid.text()).isEqualTo(201);
  }

  /** Puts an EIP into a status, whatever it was doing. */
  void force(String id, String status) {
    HttpAnswer forced =
        send("PATCH", "/_ecsim/state/publicip/" + id, "{\"status\":\"%s\"}".formatted(status));
    assertThat(forced.status()).as(forced.text()).isEqualTo(200);
  }
}
