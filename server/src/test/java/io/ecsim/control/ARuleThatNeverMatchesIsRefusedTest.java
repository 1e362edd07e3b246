package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ARuleThatNeverMatchesIsRefusedTest {
  private static Ecsim cloud;

  @BeforeAll
  static void start() {
    cloud = Ecsim.start(Options.embedded());
  }

  @AfterAll
  static void end() {
    cloud.close();
  }

  /** Rule, code, a word of message or hint. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"on":{"edge":"volume.delet"},"do":{"fail":true}}                                        | invalidRule | volume.delete
          {"on":{"edge":"delete"},"do":{"fail":true}}                                              | invalidRule | backup.delete
          {"on":{"edge":"disk.delete"},"do":{"fail":true}}                                         | invalidRule | There is no edge
          {"on":{"operation":"CreateVolum"},"do":{"status":503}}                                   | invalidRule | CreateVolume
          {"on":{"operation":"evz.ShowJob"},"do":{"status":503}}                                   | invalidRule | evs
          {"on":{"operation":"vpc.CreateVolume"},"do":{"status":503}}                              | invalidRule | There is no operation
          {"on":{"edge":"volume.delete"},"do":{"fail":"EVS.20200"}}                                | invalidRule | EVS.2020
          {"on":{"edge":"volume.delete"},"do":{"refuse":"EVS.2O20"}}                               | invalidRule | EVS.2020
          {"on":{"edge":"volume.delete"},"do":{"fail":false}}                                      | invalidRule | do.fail
          {"on":{"edge":"volume.delete"},"do":{"fail":7}}                                          | invalidRule | do.fail
          {"on":{"edge":"volume.delete"},"do":{"stall":false}}                                     | invalidRule | do.stall
          {"on":{"edge":"volume.delete"},"do":{"stall":"10s"}}                                     | invalid     | do.stall
          {"on":{"edge":"volume.delete"},"do":{"delay":"soon"}}                                    | invalid     | do.delay
          {"on":{"edge":"volume.delete"},"do":{"drop":"never"}}                                    | invalid     | drop
          {"on":{"edge":"volume.delete"},"do":{"status":200}}                                      | invalid     | status
          {"on":{"edge":"volume.delete"},"do":{}}                                                  | invalidRule | do says 0
          {"on":{"edge":"volume.delete"},"do":{"fail":true,"stall":true}}                          | invalidRule | do says 2
          {"on":{"edge":"volume.delete"},"do":{"fial":true}}                                       | invalidRule | fail
          {"on":{"edge":"volume.delete"},"do":{"fail":true},"wen":{"nth":1}}                       | invalidRule | when
          {"on":{"edgee":"volume.delete"},"do":{"fail":true}}                                      | invalidRule | edge
          {"on":{},"do":{"fail":true}}                                                             | invalidRule | takes one
          {"on":{"edge":"volume.delete","operation":"CreateVolume"},"do":{"fail":true}}            | invalidRule | takes one
          {"on":{"edge":"volume.delete"}}                                                          | invalid     | do
          {"do":{"fail":true}}                                                                     | invalid     | on
          {"on":{"edge":"volume.delete"},"where":{"status":"avalable"},"do":{"fail":true}}         | invalidRule | available
          {"on":{"edge":"volume.attach"},"where":{"status":"deleting"},"do":{"fail":true}}         | invalidRule | never begins
          {"on":{"edge":"volume.delete"},"where":{"type":"server"},"do":{"fail":true}}             | invalidRule | never of server
          {"on":{"operation":"DeleteVolume"},"where":{"type":"volum"},"do":{"fail":true}}          | unknownType | volume
          {"on":{"edge":"volume.delete"},"where":{"nam":"x"},"do":{"fail":true}}                   | invalidRule | name
          {"on":{"edge":"volume.delete"},"where":{"tag":" "},"do":{"fail":true}}                   | invalidRule | blank
          {"on":{"edge":"volume.delete"},"when":{"nth":0},"do":{"fail":true}}                      | invalid     | nth
          {"on":{"edge":"volume.delete"},"when":{"nth":3,"first":2},"do":{"fail":true}}            | invalidRule | never strikes
          {"on":{"edge":"volume.delete"},"when":{"nth":3,"every":2},"do":{"fail":true}}            | invalidRule | never strikes
          {"on":{"edge":"volume.delete"},"when":{"rate":0},"do":{"fail":true}}                     | invalidRule | when.rate
          {"on":{"edge":"volume.delete"},"when":{"rate":1.5},"do":{"fail":true}}                   | invalid     | rate
          {"on":{"edge":"volume.delete"},"when":{"always":true,"nth":2},"do":{"fail":true}}        | invalidRule | always
          {"on":{"edge":"volume.delete"},"when":{"after":"tomorrow"},"do":{"fail":true}}           | invalid     | when.after
          {"on":{"edge":"volume.delete"},"when":{"after":"PT2M","until":"PT1M"},"do":{"fail":true}}| invalidRule | ends before
          {"on":{"edge":"volume.delete"},"when":{"until":"2001-01-01T00:00:00Z"},"do":{"fail":true}}| invalidRule | ends before
          {"on":{"edge":"volume.delete"},"when":"sometimes","do":{"fail":true}}                    | invalid     | when
          {"on":{"operation":"ShowVolume"},"do":{"fail":true}}                                     | invalidRule | only reads
          {"on":{"operation":"evs.ShowJob"},"do":{"stall":true}}                                   | invalidRule | only reads
          {"on":{"request":"GET /v1/*"},"do":{"status":503}}                                       | notYet      | not built yet
          {"on":{"edge":"volume.delete"},"do":{"vanish":true}}                                     | notYet      | vanish
          {"on":{"edge":"volume.delete"},"do":{"flap":["error","available"]}}                      | notYet      | flap
          {"on":{"operation":"ShowVolume"},"do":{"throttle":{"perMinute":5}}}                      | notYet      | throttle
          {"on":{"operation":"ShowVolume"},"do":{"latency":"PT1S"}}                                | notYet      | latency
          {"on":{"operation":"ShowVolume"},"do":{"lag":"PT1S"}}                                    | notYet      | lag
          {"on":{"operation":"ShowVolume"},"do":{"reset":true}}                                    | notYet      | reset
          {"on":{"operation":"ShowVolume"},"do":{"garbage":true}}                                  | notYet      | garbage
          {"on":{"operation":"ShowVolume"},"do":{"trickle":true}}                                  | notYet      | trickle
          """)
  void withTheNearestWords(String rule, String code, String word) {
    HttpAnswer answer = new Http(cloud.url()).post("/_ecsim/faults", rule);
    int status = code.equals("unknownType") ? 404 : 400;
    assertRefused(answer, status, code);
    assertThat(answer.text()).contains(word);
    assertThat(cloud.worlds().get("default").read().faults()).isEmpty();
  }

  /** Edges that take no time have no step to stay in; those without a failure path cannot fail. */
  @ParameterizedTest
  @CsvSource({"fail, cannot fail", "stall, takes no time"})
  void onAnEdgeThatCannotDoIt(String effect, String word) {
    String edge =
        cloud.worlds().get("default").lifecycles().all().stream()
            .flatMap(table -> table.edges().stream())
            .filter(e -> effect.equals("fail") ? !e.canFail() : e.steps().isEmpty())
            .findFirst()
            .orElseThrow()
            .name();
    HttpAnswer answer =
        new Http(cloud.url())
            .post(
                "/_ecsim/faults",
                "{\"on\":{\"edge\":\"%s\"},\"do\":{\"%s\":true}}".formatted(edge, effect));
    assertRefused(answer, 400, "invalidRule");
    assertThat(answer.text()).contains(word);
  }
}
