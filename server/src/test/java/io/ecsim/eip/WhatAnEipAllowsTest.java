package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatAnEipAllowsTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private final Town town = new Town(cloud);

  @ParameterizedTest(name = "{0}: bind {1}, unbind {2}, rename {3}, delete {4}")
  @CsvSource({
    "PENDING_CREATE, VPC.0512, 200,      VPC.0512, VPC.0512",
    "DOWN,           200,      200,      200,      204",
    "BINDING,        VPC.0512, VPC.0512, VPC.0512, VPC.0512",
    "ACTIVE,         VPC.0510, 200,      200,      VPC.0517",
    "BIND_ERROR,     200,      200,      200,      204",
    "ERROR,          VPC.0512, 200,      200,      204",
    "PENDING_DELETE, VPC.0512, 200,      VPC.0512, VPC.0512",
  })
  void whatIsAllowedDependsOnTheStatus(
      String status, String bind, String unbind, String rename, String delete) {
    String port = town.port();

    assertThat(outcome(town.bind(in(status), port))).as("bind").isEqualTo(bind);
    assertThat(outcome(town.unbind(in(status)))).as("unbind").isEqualTo(unbind);
    assertThat(outcome(town.update(in(status), "{\"alias\":\"x\"}")))
        .as("rename")
        .isEqualTo(rename);
    assertThat(outcome(town.delete(in(status)))).as("delete").isEqualTo(delete);
  }

  private String in(String status) {
    boolean bound = status.equals("ACTIVE") || status.equals("BINDING");
    String id = bound ? town.bound(town.port()) : town.publicip();
    town.force(id, status);
    return id;
  }

  private static String outcome(HttpAnswer answer) {
    if (answer.status() < 300) {
      return String.valueOf(answer.status());
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
    return answer.at("/code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type":"bgp"                          | "name":"b","size":5,"share_type":"PER"    | VPC.0501
          "type":"5_bgp"                        | "size":5,"share_type":"PER"               | VPC.0301
          "type":"5_bgp"                        | "name":"b","share_type":"PER"             | VPC.0301
          "type":"5_bgp"                        | "name":"b","size":0,"share_type":"PER"    | VPC.0301
          "type":"5_bgp"                        | "name":"b","size":2001,"share_type":"PER" | VPC.0301
          "type":"5_bgp"                        | "name":"b","size":5,"share_type":"HALF"   | VPC.0501
          "type":"5_bgp"                        | "id":"none","share_type":"WHOLE"          | VPC.0306
          "type":"5_bgp"                        | "share_type":"WHOLE"                      | VPC.0306
          "type":"5_bgp","ip_address":"8.8.8.8" | "name":"b","size":5,"share_type":"PER"    | VPC.0522
          "type":"5_bgp","port_id":"none"       | "name":"b","size":5,"share_type":"PER"    | VPC.0501
          "type":"5_bgp","ip_version":6         | "name":"b","size":5,"share_type":"PER"    | ecsim.NotModelled
          """)
  void whatCannotBeHadIsRefusedAndMakesNothing(String publicip, String bandwidth, String code) {
    String body = "{\"publicip\":{%s},\"bandwidth\":{%s}}".formatted(publicip, bandwidth);

    HttpAnswer answer = town.send("POST", Town.V1 + "/publicips", body);

    assertThat(answer.at("/code")).as(answer.text()).isEqualTo(code);
    assertThat(town.get(Town.V1 + "/publicips").json().at("/publicips")).isEmpty();
    assertThat(town.get(Town.V1 + "/bandwidths").json().at("/bandwidths")).isEmpty();
  }

  @Test
  void anUnknownPortIsNamed() {
    HttpAnswer answer = town.bind(town.publicip(), "nowhere");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/code")).isEqualTo("VPC.0501");
    assertThat(answer.at("/message")).contains("nowhere");
  }

  @Test
  void anUnknownEipIsNotFound() {
    for (HttpAnswer answer :
        new HttpAnswer[] {
          town.get(Town.V1 + "/publicips/none"), town.unbind("none"), town.delete("none")
        }) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.at("/code")).isEqualTo("VPC.0504");
    }
    assertThat(town.get(Town.V3 + "/publicips/none").at("/error_code")).isEqualTo("VPC.0504");
  }

  @Test
  void anAddressThatIsFreeCanBeWished() {
    HttpAnswer made = town.ask(",\"ip_address\":\"198.18.7.7\"");
    HttpAnswer again = town.ask(",\"ip_address\":\"198.18.7.7\"");

    assertThat(made.at("/publicip/public_ip_address")).isEqualTo("198.18.7.7");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/code")).isEqualTo("VPC.0522");
  }
}
