package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SomebodyWaitsTest {
  private static String await(String type, String id, String status, String timeout) {
    return "/_ecsim/await?type=%s&id=%s&status=%s&timeout=%s".formatted(type, id, status, timeout);
  }

  @Nested
  class InSteppedTime {
    @RegisterExtension final WholeDouble cloud = new WholeDouble();
    private Desk desk;

    @BeforeEach
    void desk() {
      desk = new Desk(cloud.http());
    }

    @Test
    void forWhatIsSoAlready() {
      String disk = desk.disk("d");
      HttpAnswer answer = cloud.http().get(await("volume", disk, "CREATING", "PT0S"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.at("/id")).isEqualTo(disk);
    }

    @Test
    void inVainAndIsToldWhatIs() {
      String disk = desk.disk("d");
      HttpAnswer answer = cloud.http().get(await("volume", disk, "available", "PT0.05S"));
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.at("/status")).isEqualTo("creating");
      assertThat(answer.at("/edge")).isEqualTo("volume.create");
      assertThat(answer.at("/error/code")).isEqualTo("timeout");
    }

    @Test
    void untilSomebodyElseAdvancesTheClock() {
      String disk = desk.disk("d");
      var waiting =
          CompletableFuture.supplyAsync(
              () -> cloud.http().get(await("volume", disk, "available", "PT20S")));
      desk.idle();
      assertThat(waiting.join().at("/status")).isEqualTo("available");
    }

    @Test
    void forTheEndOfAResourceAndOfAJob() {
      String disk = desk.disk("d");
      desk.idle();
      String job = desk.delete(disk).at("/job_id");
      desk.idle();
      assertThat(cloud.http().get(await("volume", disk, "deleted", "PT0S")).status())
          .isEqualTo(200);
      assertThat(cloud.http().get(await("job", job, "SUCCESS", "PT0S")).status()).isEqualTo(200);
    }

    @Test
    void forSomethingThatCannotBe() {
      String disk = desk.disk("d");
      assertRefused(
          cloud.http().get(await("volume", disk, "avaliable", "PT0S")), 400, "unknownStatus");
      assertRefused(cloud.http().get(await("volume", "no", "available", "PT0S")), 404, "unknownId");
      assertRefused(cloud.http().get(await("disk", disk, "available", "PT0S")), 404, "unknownType");
      assertRefused(cloud.http().get(await("job", disk, "DONE", "PT0S")), 400, "unknownStatus");
      assertRefused(cloud.http().get(await("volume", disk, "available", "5s")), 400, "invalid");
      assertRefused(cloud.http().get("/_ecsim/await?type=volume"), 400, "invalid");
      assertRefused(cloud.http().get("/_ecsim/await"), 400, "invalid");
    }
  }

  @Nested
  class InRealTime {
    @RegisterExtension
    final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("100x"));

    @Test
    void untilTheStepIsOver() {
      String disk = new Desk(cloud.http()).disk("d");
      HttpAnswer answer = cloud.http().get(await("volume", disk, "available", "PT20S"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.at("/status")).isEqualTo("available");
    }
  }
}
