package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A disk that is locked. No call of the API locks one: another service does, and here the control
 * API stands for it.
 */
class LockedDisksTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private String disk;
  private String snapshot;

  @BeforeEach
  void aLockedDisk() {
    disk = made("'size':10");
    snapshot =
        post(path("v3/{p}/snapshots"), "{'snapshot':{'volume_id':'" + disk + "'}}")
            .at("/snapshot/id");
    cloud.idle();
    assertThat(lock(true).at("/spec/locked")).isEqualTo("true");
  }

  private String made(String members) {
    HttpAnswer answer = post(path("v2.1/{p}/cloudvolumes"), Shop.request(members));
    cloud.idle();
    return answer.at("/volume_ids/0");
  }

  private HttpAnswer lock(boolean locked) {
    return cloud
        .http()
        .send("PATCH", "/_ecsim/state/volume/" + disk, "{\"locked\":" + locked + "}");
  }

  private static String path(String tail) {
    return "/evs/" + tail.replace("{p}", Ecsim.PROJECT);
  }

  private HttpAnswer post(String path, String json) {
    return cloud.http().post(path, json.replace('\'', '"'));
  }

  private String status() {
    return cloud.http().get(path("v2/{p}/cloudvolumes/" + disk)).at("/volume/status");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          v2.1/{p}/cloudvolumes/{d}/action | {'os-extend':{'new_size':20}}                   | EVS.2068
          v2/{p}/volumes/{d}/retype        | {'os-retype':{'new_type':'SSD'}}                 | EVS.2068
          v5/{p}/volumes/batch-extend      | {'volumes':[{'id':'{d}','new_size':20}]}         | EVS.2068
          v3/{p}/volumes/{d}/action        | {'os-extend':{'new_size':20}}                   | 400
          v3/{p}/volumes/{d}/action        | {'os-retype':{'new_type':'SSD','migration_policy':'never'}} | 400
          v3/{p}/volumes/{d}/action        | {'os-force_delete':{}}                          | 400
          v2/{p}/cloudsnapshots/{s}/rollback | {'rollback':{'volume_id':'{d}'}}               | 400
          v3/{p}/os-volume-transfer        | {'transfer':{'volume_id':'{d}','name':'t'}}      | 400
          """)
  void it_is_left_as_it_is(String tail, String json, String refused) {
    HttpAnswer answer = post(path(filled(tail)), filled(json));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    String told =
        refused.startsWith("EVS")
            ? answer.at("/error/code")
            : answer.json().path("badRequest").path("code").asText();
    assertThat(told).isEqualTo(refused);
    assertThat(answer.text()).contains("locked");
    assertThat(status()).isEqualTo("available");
  }

  private String filled(String text) {
    return text.replace("{d}", disk).replace("{s}", snapshot);
  }

  @Test
  void it_is_not_deleted_through_either_family() {
    HttpAnswer deleted = cloud.http().delete(path("v2/{p}/cloudvolumes/" + disk + "?cascade=true"));
    HttpAnswer natively = cloud.http().delete(path("v3/{p}/volumes/" + disk + "?cascade=true"));

    assertThat(deleted.at("/error/code")).isEqualTo("EVS.2068");
    assertThat(natively.at("/badRequest/code")).isEqualTo("400");
    assertThat(status()).isEqualTo("available");
  }

  @Test
  void it_can_be_renamed_and_unlocked() {
    assertThat(
            cloud
                .http()
                .put(path("v2/{p}/cloudvolumes/" + disk), "{\"volume\":{\"name\":\"n\"}}")
                .status())
        .isEqualTo(200);
    lock(false);

    assertThat(
            post(path("v2.1/{p}/cloudvolumes/" + disk + "/action"), "{'os-extend':{'new_size':20}}")
                .status())
        .isEqualTo(202);
  }
}
