package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a request says of servers either has its effect or is refused by its name: no member is left
 * out in silence. {@code ecs-schemas.md} 2, 4, 15.
 */
class NothingIsSwallowedTest {
  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private static void assertNotModelled(HttpAnswer answer, String member) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(501);
    assertThat(answer.text()).contains("ecsim.NotModelled", member);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          server.batch_create_in_multi_az              | "batch_create_in_multi_az":true
          server.enable_jumbo_frame                    | "enable_jumbo_frame":true
          server.os:scheduler_hints.fault_domain       | "os:scheduler_hints":{"fault_domain":"f"}
          server.extendparam.diskPrior                 | "extendparam":{"diskPrior":"true"}
          server.extendparam.CB_CSBS_BACKUP            | "extendparam":{"CB_CSBS_BACKUP":"{}"}
          server.root_volume.cluster_id                | "root_volume":{"volumetype":"SAS","cluster_id":"c"}
          server.root_volume.cluster_type              | "root_volume":{"volumetype":"SAS","cluster_type":"DSS"}
          server.root_volume.extendparam.snapshotId    | "root_volume":{"volumetype":"SAS","extendparam":{"snapshotId":"s"}}
          server.data_volumes[].cluster_id             | "data_volumes":[{"volumetype":"SAS","size":10,"cluster_id":"c"}]
          server.data_volumes[].cluster_type           | "data_volumes":[{"volumetype":"SAS","size":10,"cluster_type":"DSS"}]
          server.data_volumes[].extendparam.snapshotId | "data_volumes":[{"volumetype":"SAS","size":10,"extendparam":{"snapshotId":"s"}}]
          server.nics[].efi_enable                     | "nics":[{"subnet_id":"SUBNET","efi_enable":true}]
          server.nics[].ipv6_bandwidth                 | "nics":[{"subnet_id":"SUBNET","ipv6_bandwidth":{"id":"b"}}]
          server.nics[].allowed_address_pairs          | "nics":[{"subnet_id":"SUBNET","allowed_address_pairs":[{"ip_address":"1.1.1.1/0"}]}]
          server.nics[].binding:profile                | "nics":[{"subnet_id":"SUBNET","binding:profile":{"a":"b"}}]
          """)
  void what_no_server_can_be_made_with_is_named(String member, String said) {
    String more = "," + said.replace("SUBNET", client.subnet());
    var before = client.state();

    assertNotModelled(client.create("web", more), member);
    assertNotModelled(client.createV1(client.order("web", more)), member);
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void what_says_nothing_is_no_hindrance() {
    client.running(
        "web",
        """
        ,"batch_create_in_multi_az":false,"enable_jumbo_frame":false,
        "extendparam":{"CB_CSBS_BACKUP":"","chargingMode":"postPaid","marketType":""},
        "root_volume":{"volumetype":"SAS","cluster_id":""},
        "nics":[{"subnet_id":"%s","efi_enable":false,"allowed_address_pairs":[]}]"""
            .formatted(client.subnet()));
  }

  @ParameterizedTest
  @CsvSource({
    "chargingMode, '\"later\"', later",
    "chargingMode, '\"prepaid\"', prepaid",
    "chargingMode, 1, 1",
    "marketType, '\"spots\"', spots",
  })
  void an_unknown_word_is_refused_with_its_member(String member, String said, String word) {
    String more = ",\"extendparam\":{\"%s\":%s}".formatted(member, said);
    for (HttpAnswer answer :
        new HttpAnswer[] {client.create("web", more), client.createV1(client.order("web", more))}) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.at("/error/code")).isEqualTo("Ecs.0005");
      assertThat(answer.at("/error/message")).contains(member, "'" + word + "'");
    }
    assertThat(client.state().everywhere("server")).isEmpty();
  }

  @Test
  void the_old_api_may_say_pay_per_use_by_a_number() {
    String body = client.order("web", ",\"extendparam\":{\"chargingMode\":0}");

    assertThat(client.createV1(body).status()).isEqualTo(200);
  }

  @Test
  void a_promotion_for_a_resize_is_named() {
    String server = client.stopped("web");
    String body =
        """
        {"resize":{"flavorRef":"c6.xlarge.2","servers":[{"id":"%s"}],
        "promotion":{"id":"p","type":"t"}}}"""
            .formatted(server);

    assertNotModelled(client.post("/batch-resize", body), "resize.promotion");
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  @Test
  void public_addresses_are_not_converted_with_their_server() {
    String body =
        """
        {"charge_mode":"prePaid","server_ids":["%s"],"prepaid_options":
        {"period_type":"month","period_num":1,"include_publicips":true}}""";
    String without = client.running("without");
    String with =
        client.running(
            "with",
            """
            ,"publicip":{"eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"PER","size":5}}}""");

    assertNotModelled(
        client.post("/actions/change-charge-mode", body.formatted(with)),
        "prepaid_options.include_publicips");
    assertThat(client.state().everywhere("order")).isEmpty();
    assertThat(client.post("/actions/change-charge-mode", body.formatted(without)).status())
        .isEqualTo(200);
  }

  @Test
  void metadata_for_an_image_is_named() {
    String server = client.running("web");
    HttpAnswer answer =
        new Nova(client, cloud)
            .post(
                "/servers/" + server + "/action",
                "{'createImage':{'name':'golden','metadata':{'a':'b'}}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(501);
    assertThat(answer.text()).contains("createImage.metadata");
    assertThat(client.state().everywhere("image")).isEmpty();
  }
}
