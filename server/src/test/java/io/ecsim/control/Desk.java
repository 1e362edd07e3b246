package io.ecsim.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Account;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;

/** What these tests do again and again, all through HTTP. */
record Desk(Http http) {
  static final String PROJECT = Account.BUILT_IN.projectId();

  /** Orders a disk and tells its id. */
  String disk(String name, String... headers) {
    return diskIn(PROJECT, name, headers);
  }

  String diskIn(String project, String name, String... headers) {
    HttpAnswer answer = order(project, name, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String job = answer.at("/job_id");
    return http.get("/evs/v1/" + project + "/jobs/" + job, headers).at("/entities/volume_id");
  }

  HttpAnswer order(String project, String name, String... headers) {
    return http.post(
        "/evs/v2.1/" + project + "/cloudvolumes",
        """
        {"volume":{"name":"%s","size":10,"volume_type":"SAS","availability_zone":"cn-north-4a"}}
        """
            .formatted(name),
        headers);
  }

  HttpAnswer delete(String disk) {
    return http.delete("/evs/v2/" + PROJECT + "/cloudvolumes/" + disk);
  }

  JsonNode state(String type, String id) {
    return http.get("/_ecsim/state/" + type + "/" + id).json();
  }

  String status(String disk) {
    return state("volume", disk).path("status").asText();
  }

  HttpAnswer advance(String how, String far) {
    return http.post("/_ecsim/clock/advance", "{\"%s\":\"%s\"}".formatted(how, far));
  }

  void idle() {
    assertThat(advance("to", "idle").status()).isEqualTo(200);
  }

  /** A refusal in the control API's own form. */
  static void assertRefused(HttpAnswer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
    assertThat(answer.at("/error/message")).isNotEmpty();
  }
}
