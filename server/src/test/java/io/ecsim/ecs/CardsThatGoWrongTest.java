package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network cards that fail, and what is left then: {@code ecs-lifecycle.md} d. */
class CardsThatGoWrongTest {
  private static final String VPC = "/vpc/v1/" + Ecsim.PROJECT;

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client;
  private String server;

  @BeforeEach
  void aServerRuns() {
    client = new Client(ecsim, cloud);
    server = client.running("a");
  }

  private void fail(String edge, String code) {
    client
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

  private String done(String job) {
    client.world().advanceToIdle();
    JsonNode shown = client.job(job);
    JsonNode sub = shown.at("/entities/sub_jobs/0");
    return shown.path("status").asText()
        + " "
        + shown.path("error_code").asText()
        + (sub.isMissingNode() ? "" : " / " + sub.path("error_code").asText());
  }

  private String add(String nic) {
    return client.post("/" + server + "/nics", "{\"nics\":[%s]}".formatted(nic)).at("/job_id");
  }

  private String added() {
    return add("{\"subnet_id\":\"%s\"}".formatted(client.subnet()));
  }

  private List<String> ports() {
    return Client.each(
        client.get("/" + server + "/os-interface").json().path("interfaceAttachments"), "/port_id");
  }

  private long all(String type) {
    return client.state().everywhere(type).count();
  }

  @ParameterizedTest
  @CsvSource({
    "server.add-nic, Ecs.0201, Ecs.0201",
    "server.add-nic, Ecs.0212, Ecs.0212",
    "server.add-nic, Ecs.0213, Ecs.0213",
    "server.add-nic, Ecs.0217, Ecs.0217",
    "port.create-card, , Ecs.0217",
  })
  void aNewCardThatFailsLeavesNoPort(String edge, String code, String seen) {
    fail(edge, code);
    String job = added();
    assertThat(all("port")).isEqualTo(2);
    assertThat(done(job)).isEqualTo("FAIL %s / %s".formatted(seen, seen));
    assertThat(ports()).hasSize(1);
    assertThat(all("port")).isEqualTo(1);
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
  }

  @Test
  void aLentPortIsFreeAgainWhenItCouldNotBeAttached() {
    String port =
        client
            .send(
                "POST",
                VPC + "/ports",
                "{\"port\":{\"network_id\":\"%s\"}}".formatted(client.subnet()))
            .at("/port/id");
    fail("server.add-nic", "Ecs.0217");
    assertThat(done(add("{\"port_id\":\"%s\"}".formatted(port)))).startsWith("FAIL Ecs.0217");
    JsonNode shown = client.send("GET", VPC + "/ports/" + port, null).json().path("port");
    assertThat(shown.path("status").asText()).isEqualTo("DOWN");
    assertThat(shown.path("device_id").asText()).isEmpty();
    assertThat(ports()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "server.delete-nic, Ecs.0507, Ecs.0507",
    "server.delete-nic, Ecs.0502, Ecs.0502",
    "port.pull, , Ecs.0507",
  })
  void aCardThatCannotBeDeletedStays(String edge, String code, String seen) {
    done(added());
    fail(edge, code);
    String job =
        client
            .post(
                "/" + server + "/nics/delete",
                "{\"nics\":[{\"id\":\"%s\"}]}".formatted(ports().get(1)))
            .at("/job_id");
    assertThat(done(job)).isEqualTo("FAIL %s / %s".formatted(seen, seen));
    assertThat(ports()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "server.change-vpc, Ecs.0212, Ecs.0212",
    "port.create-card, , Ecs.0213",
    "publicip.move, , Ecs.0213"
  })
  void aServerThatCannotChangeItsVpcStaysWhereItIs(String edge, String code, String seen) {
    String vpc =
        client
            .send("POST", VPC + "/vpcs", "{\"vpc\":{\"name\":\"b\",\"cidr\":\"10.1.0.0/16\"}}")
            .at("/vpc/id");
    client.world().advanceToIdle();
    String subnet =
        client
            .send(
                "POST",
                VPC + "/subnets",
                """
                {"subnet":{"name":"s","vpc_id":"%s","cidr":"10.1.0.0/24","gateway_ip":"10.1.0.1"}}"""
                    .formatted(vpc))
            .at("/subnet/id");
    client.world().advanceToIdle();
    String eip =
        client
            .send(
                "POST",
                VPC + "/publicips",
                """
                {"publicip":{"type":"5_bgp"},
                "bandwidth":{"name":"b","size":5,"share_type":"PER"}}""")
            .at("/publicip/id");
    client.world().advanceToIdle();
    List<String> before = ports();
    client.send(
        "PUT",
        VPC + "/publicips/" + eip,
        "{\"publicip\":{\"port_id\":\"%s\"}}".formatted(before.get(0)));
    client.world().advanceToIdle();
    fail(edge, code);
    String job =
        client
            .post(
                "/" + server + "/changevpc",
                "{\"vpc_id\":\"%s\",\"nic\":{\"subnet_id\":\"%s\"}}".formatted(vpc, subnet))
            .at("/job_id");
    assertThat(done(job)).isEqualTo("FAIL " + seen);
    assertThat(ports()).isEqualTo(before);
    assertThat(all("port")).isEqualTo(1);
    assertThat(client.server(server).at("/metadata/vpc_id").asText()).isEqualTo(client.vpc());
    assertThat(client.send("GET", VPC + "/publicips/" + eip, null).at("/publicip/port_id"))
        .isEqualTo(before.get(0));
  }

  @Test
  void anAddressThatCannotBeChangedIsAnError() {
    client.stop("HARD", server);
    client.world().advanceToIdle();
    fail("server.change-ip", null);
    var before = client.get("/" + server + "/os-interface").text();
    var answer =
        client.post(
            "/%s/os-interface/%s/change-network-interface".formatted(server, ports().get(0)),
            "{\"subnet_id\":\"%s\",\"ip_address\":\"\"}".formatted(client.subnet()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0618");
    assertThat(client.get("/" + server + "/os-interface").text()).isEqualTo(before);
  }

  @Test
  void aServerStoppedByForceWhileItGetsACardDoesNotGetIt() {
    String job = added();
    client.stop("HARD", server);
    assertThat(done(job)).startsWith("FAIL");
    assertThat(ports()).hasSize(1);
    assertThat(all("port")).isEqualTo(1);
  }

  @Test
  void aServerDeletedWhileItGetsACardLeavesNoPort() {
    added();
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(all("port")).isZero();
  }
}
