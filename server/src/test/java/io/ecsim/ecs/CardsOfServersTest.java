package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Network cards that come, go and change: {@code ecs-lifecycle.md} b.11. */
class CardsOfServersTest {
  private static final String VPC = "/vpc/v1/" + Ecsim.PROJECT;

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static HttpAnswer add(Client client, String server, String... nics) {
    return client.post("/" + server + "/nics", "{\"nics\":[%s]}".formatted(String.join(",", nics)));
  }

  private static String in(String subnet) {
    return "{\"subnet_id\":\"%s\"}".formatted(subnet);
  }

  private static HttpAnswer remove(Client client, String server, String... ports) {
    return client.post(
        "/" + server + "/nics/delete",
        "{\"nics\":[%s]}"
            .formatted(
                String.join(
                    ",",
                    List.of(ports).stream().map(id -> "{\"id\":\"%s\"}".formatted(id)).toList())));
  }

  private static JsonNode cards(Client client, String server) {
    return client.get("/" + server + "/os-interface").json().path("interfaceAttachments");
  }

  private static List<String> ports(Client client, String server) {
    return Client.each(cards(client, server), "/port_id");
  }

  private static int portsOfAll(Client client) {
    return (int) client.state().everywhere("port").count();
  }

  private static String port(Client client, String more) {
    HttpAnswer answer =
        client.send(
            "POST",
            VPC + "/ports",
            "{\"port\":{\"network_id\":\"%s\"%s}}".formatted(client.subnet(), more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/port/id");
  }

  private static String portStatus(Client client, String id) {
    HttpAnswer answer = client.send("GET", VPC + "/ports/" + id, null);
    return answer.status() == 404 ? "gone" : answer.at("/port/status");
  }

  private static String otherVpc(Client client) {
    String id =
        client
            .send("POST", VPC + "/vpcs", "{\"vpc\":{\"name\":\"b\",\"cidr\":\"10.1.0.0/16\"}}")
            .at("/vpc/id");
    client.world().advanceToIdle();
    return id;
  }

  private static String subnet(Client client, String vpc, String cidr, String gateway) {
    String id =
        client
            .send(
                "POST",
                VPC + "/subnets",
                """
                {"subnet":{"name":"s","vpc_id":"%s","cidr":"%s","gateway_ip":"%s"}}"""
                    .formatted(vpc, cidr, gateway))
            .at("/subnet/id");
    client.world().advanceToIdle();
    return id;
  }

  @Test
  void aCardComesWithAJobThatNamesIt() {
    Client client = client();
    String server = client.running("a");
    String job = add(client, server, in(client.subnet())).at("/job_id");
    JsonNode running = client.job(job);
    assertThat(running.path("status").asText()).isEqualTo("RUNNING");
    assertThat(running.path("job_type").asText()).isEqualTo("addNic");
    assertThat(cards(client, server).at("/1/port_state").asText()).isEqualTo("DOWN");
    client.world().advanceToIdle();
    JsonNode done = client.job(job);
    assertThat(done.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(done.at("/entities/sub_jobs/0/job_type").asText()).isEqualTo("addSingleNic");
    assertThat(done.at("/entities/sub_jobs/0/entities/nic_id").asText())
        .isEqualTo(ports(client, server).get(1));
    assertThat(cards(client, server).at("/1/port_state").asText()).isEqualTo("ACTIVE");
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(Client.each(client.server(server).at("/addresses").elements().next(), "/addr"))
        .hasSize(2);
  }

  @Test
  void aCardHasTheAddressAndTheGroupsItWasAskedFor() {
    Client client = client();
    String server = client.running("a");
    String group =
        client
            .send("POST", VPC + "/security-groups", "{\"security_group\":{\"name\":\"g\"}}")
            .at("/security_group/id");
    add(
        client,
        server,
        """
        {"subnet_id":"%s","ip_address":"192.168.0.77","security_groups":[{"id":"%s"}]}"""
            .formatted(client.subnet(), group));
    client.world().advanceToIdle();
    String port = ports(client, server).get(1);
    assertThat(cards(client, server).at("/1/fixed_ips/0/ip_address").asText())
        .isEqualTo("192.168.0.77");
    JsonNode shown = client.send("GET", VPC + "/ports/" + port, null).json().path("port");
    assertThat(Client.each(shown.path("security_groups"), "")).containsExactly(group);
    assertThat(shown.path("device_id").asText()).isEqualTo(server);
    assertThat(shown.path("device_owner").asText()).isEqualTo("compute:" + Surroundings.ZONE);
  }

  @Test
  void whatTheNetworkCannotGiveIsRefusedAndNothingIsMade() {
    Client client = client();
    String server = client.running("a", ",\"flavorRef\":\"c6.xlarge.2\"");
    String subnet = client.subnet();
    String taken = cards(client, server).at("/0/fixed_ips/0/ip_address").asText();
    String elsewhere = subnet(client, otherVpc(client), "10.1.0.0/24", "10.1.0.1");
    String busy = ports(client, server).get(0);
    int before = portsOfAll(client);
    String address = "{\"subnet_id\":\"%s\",\"ip_address\":\"%s\"}";
    refused(add(client, server, address.formatted(subnet, taken)), "Ecs.0010");
    refused(add(client, server, address.formatted(subnet, "10.9.9.9")), "Ecs.0039");
    refused(add(client, server, in("11111111-0000-4000-8000-000000000000")), "Ecs.0038");
    refused(add(client, server, in(elsewhere)), "Ecs.0014");
    refused(add(client, server, "{\"port_id\":\"%s\"}".formatted(busy)), "Ecs.0919");
    refused(add(client, server, "{}"), "Ecs.0005");
    refused(
        add(
            client,
            server,
            "{\"subnet_id\":\"%s\",\"security_groups\":[{\"id\":\"x\"}]}".formatted(subnet)),
        "Ecs.0014");
    String same = address.formatted(subnet, "192.168.0.88");
    refused(add(client, server, same, same), "Ecs.0010");
    assertThat(portsOfAll(client)).isEqualTo(before);
    assertThat(client.world().read().everywhere("server")).hasSize(1);
  }

  private static void refused(HttpAnswer answer, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
  }

  @Test
  void aServerHasNoMoreCardsThanItsFlavorTakes() {
    Client client = client();
    String server = client.running("a");
    refused(add(client, server, in(client.subnet()), in(client.subnet())), "Ecs.0050");
    assertThat(ports(client, server)).hasSize(1);
    assertThat(room(client, server).path("free_nic").asInt()).isEqualTo(1);
    add(client, server, in(client.subnet()));
    refused(add(client, server, in(client.subnet())), "Ecs.0050");
    client.world().advanceToIdle();
    assertThat(room(client, server).path("free_nic").asInt()).isEqualTo(0);
    assertThat(room(client, server).path("free_disk").asInt()).isEqualTo(23);
  }

  private static JsonNode room(Client client, String server) {
    return client.get("/" + server + "/os-interface_extension").json().path("attachableQuantity");
  }

  @Test
  void aCardGoesAndItsPublicAddressStaysUnbound() {
    Client client = client();
    String server = client.running("a");
    add(client, server, in(client.subnet()));
    client.world().advanceToIdle();
    String port = ports(client, server).get(1);
    String eip =
        client
            .send(
                "POST",
                VPC + "/publicips",
                """
                {"publicip":{"type":"5_bgp","port_id":"%s"},
                "bandwidth":{"name":"b","size":5,"share_type":"PER"}}"""
                    .formatted(port))
            .at("/publicip/id");
    client.world().advanceToIdle();
    client.send(
        "PUT", VPC + "/publicips/" + eip, "{\"publicip\":{\"port_id\":\"%s\"}}".formatted(port));
    client.world().advanceToIdle();
    String job = remove(client, server, port).at("/job_id");
    assertThat(ports(client, server)).contains(port);
    client.world().advanceToIdle();
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("deleteNic");
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.job(job).at("/entities/sub_jobs/0/entities/nic_id").asText()).isEqualTo(port);
    assertThat(ports(client, server)).hasSize(1).doesNotContain(port);
    assertThat(portStatus(client, port)).isEqualTo("gone");
    assertThat(client.send("GET", VPC + "/publicips/" + eip, null).at("/publicip/status"))
        .isEqualTo("DOWN");
  }

  @Test
  void thePrimaryCardStaysAndStrangersAreNotThere() {
    Client client = client();
    String server = client.running("a");
    String primary = ports(client, server).get(0);
    HttpAnswer answer = remove(client, server, primary);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.at("/error/message")).contains(primary);
    refused(remove(client, server, port(client, "")), "Ecs.0085");
    assertThat(ports(client, server)).containsExactly(primary);
  }

  @Test
  void aPortThatWasThereOutlivesTheServer() {
    Client client = client();
    String server = client.running("a");
    String port = port(client, "");
    add(client, server, "{\"port_id\":\"%s\"}".formatted(port));
    assertThat(client.send("DELETE", VPC + "/ports/" + port, null).status()).isEqualTo(409);
    client.world().advanceToIdle();
    assertThat(portStatus(client, port)).isEqualTo("ACTIVE");
    assertThat(cards(client, server).at("/1/delete_on_termination").asBoolean()).isFalse();
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(portStatus(client, port)).isEqualTo("DOWN");
    assertThat(portsOfAll(client)).isEqualTo(1);
  }

  @Test
  void itCanBeSaidOfACardWhetherItsPortStays() {
    Client client = client();
    String server = client.running("a");
    add(client, server, in(client.subnet()));
    client.world().advanceToIdle();
    String port = ports(client, server).get(1);
    String path = "/" + server + "/os-interface/" + port;
    String body = "{\"interface_attachment\":{\"delete_on_termination\":%s}}";
    assertThat(client.put(path, body.formatted("false")).status()).isEqualTo(204);
    assertThat(cards(client, server).at("/1/delete_on_termination").asBoolean()).isFalse();
    remove(client, server, port);
    client.world().advanceToIdle();
    assertThat(portStatus(client, port)).isEqualTo("DOWN");
    refused(client.put(path, body.formatted("false")), "Ecs.0085");
  }

  @Test
  void theAddressOfThePrimaryCardChangesWhileTheServerIsStopped() {
    Client client = client();
    String server = client.running("a");
    add(client, server, in(client.subnet()));
    client.world().advanceToIdle();
    List<String> ports = ports(client, server);
    String body = "{\"subnet_id\":\"%s\",\"ip_address\":\"%s\"}";
    String good = body.formatted(client.subnet(), "192.168.0.99");
    refused(change(client, server, ports.get(0), good), "Ecs.0100");
    client.stop("HARD", server);
    client.world().advanceToIdle();
    refused(change(client, server, ports.get(1), good), "Ecs.0086");
    refused(change(client, server, port(client, ""), good), "Ecs.0085");
    refused(change(client, server, ports.get(0), "{\"ip_address\":\"1.2.3.4\"}"), "Ecs.0005");
    refused(
        change(client, server, ports.get(0), body.formatted(client.subnet(), "10.0.0.1")),
        "Ecs.0039");
    HttpAnswer answer = change(client, server, ports.get(0), good);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/ip_address")).isEqualTo("192.168.0.99");
    assertThat(answer.at("/id")).isEqualTo(ports.get(0));
    assertThat(cards(client, server).at("/0/fixed_ips/0/ip_address").asText())
        .isEqualTo("192.168.0.99");
    HttpAnswer any = change(client, server, ports.get(0), body.formatted(client.subnet(), ""));
    assertThat(any.at("/ip_address")).isNotEmpty();
  }

  private static HttpAnswer change(Client client, String server, String port, String body) {
    return client.post(
        "/%s/os-interface/%s/change-network-interface".formatted(server, port), body);
  }

  @Test
  void aServerMovesToAnotherVpcWithItsPublicAddress() {
    Client client = client();
    String server =
        client.running(
            "a",
            """
            ,"publicip":{"eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"PER","size":5}}}""");
    String old = ports(client, server).get(0);
    String vpc = otherVpc(client);
    String subnet = subnet(client, vpc, "10.1.0.0/24", "10.1.0.1");
    String body = "{\"vpc_id\":\"%s\",\"nic\":{\"subnet_id\":\"%s\"}}";
    refused(move(client, server, body.formatted(vpc, client.subnet())), "Ecs.0014");
    refused(move(client, server, body.formatted("nowhere", subnet)), "Ecs.0014");
    String job = move(client, server, body.formatted(vpc, subnet)).at("/job_id");
    assertThat(client.stop("SOFT", server).at("/error/code")).isEqualTo("Ecs.0603");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("changeVpc");
    assertThat(client.job(job).at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(ports(client, server)).hasSize(1).doesNotContain(old);
    assertThat(portStatus(client, old)).isEqualTo("gone");
    JsonNode shown = client.server(server);
    assertThat(shown.at("/metadata/vpc_id").asText()).isEqualTo(vpc);
    assertThat(Client.each(shown.at("/addresses/" + vpc), "/OS-EXT-IPS:type"))
        .containsExactly("fixed", "floating");
    assertThat(shown.at("/addresses/" + vpc + "/0/primary").asBoolean()).isTrue();
  }

  private static HttpAnswer move(Client client, String server, String body) {
    return client.post("/" + server + "/changevpc", body);
  }

  @Test
  void aServerWithSeveralCardsStaysInItsVpc() {
    Client client = client();
    String server = client.running("a");
    add(client, server, in(client.subnet()));
    client.world().advanceToIdle();
    String vpc = otherVpc(client);
    String subnet = subnet(client, vpc, "10.1.0.0/24", "10.1.0.1");
    refused(
        move(
            client,
            server,
            "{\"vpc_id\":\"%s\",\"nic\":{\"subnet_id\":\"%s\"}}".formatted(vpc, subnet)),
        "Ecs.0014");
  }

  @Test
  void aCardSpeaksForAVirtualAddressUntilThatIsTakenAway() {
    Client client = client();
    String server = client.running("a");
    String card = ports(client, server).get(0);
    String body =
        "{\"nic\":{\"subnet_id\":\"%s\",\"ip_address\":\"192.168.0.200\",\"reverse_binding\":true}}"
            .formatted(client.subnet());
    assertThat(client.put("/nics/" + card, body).at("/port_id")).isEqualTo(card);
    assertThat(portsOfAll(client)).isEqualTo(2);
    JsonNode shown = client.send("GET", VPC + "/ports/" + card, null).json().path("port");
    assertThat(shown.at("/allowed_address_pairs/0/ip_address").asText()).isEqualTo("192.168.0.200");
    JsonNode all = client.send("GET", VPC + "/ports?device_owner=neutron:VIP_PORT", null).json();
    assertThat(all.at("/ports/0/allowed_address_pairs/0/ip_address").asText())
        .isEqualTo(cards(client, server).at("/0/fixed_ips/0/ip_address").asText());
    client.put("/nics/" + card, "{\"nic\":{\"subnet_id\":\"\",\"ip_address\":\"\"}}");
    shown = client.send("GET", VPC + "/ports/" + card, null).json().path("port");
    assertThat(shown.path("allowed_address_pairs")).isEmpty();
    refused(client.put("/nics/" + all.at("/ports/0/id").asText(), body), "Ecs.0085");
  }

  @Test
  void aLockedServerKeepsItsCards() {
    Client client = client();
    String server = client.running("a");
    client
        .world()
        .transact(
            tx ->
                tx.change(
                    cloud.ecs.table().servers,
                    client.state().find(cloud.ecs.table().servers, Ecsim.PROJECT, server).ref(),
                    spec -> spec.with(draft -> draft.locked = true)));
    refused(add(client, server, in(client.subnet())), "Ecs.0605");
    String port = ports(client, server).get(0);
    refused(
        client.put(
            "/" + server + "/os-interface/" + port,
            "{\"interface_attachment\":{\"delete_on_termination\":false}}"),
        "Ecs.0605");
  }
}
