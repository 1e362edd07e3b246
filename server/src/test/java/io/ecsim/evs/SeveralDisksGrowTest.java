package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several disks are extended with one request: one job that has a part for each. */
class SeveralDisksGrowTest {
  private static final String PATH = "/evs/v5/" + Ecsim.PROJECT + "/volumes/batch-extend";

  @RegisterExtension final Shop shop = new Shop();

  private HttpAnswer grow(String... sizes) {
    var list = new StringBuilder();
    for (String size : sizes) {
      String[] parts = size.split(" ", -1);
      list.append(list.length() == 0 ? "" : ",")
          .append("{\"id\":\"%s\",\"new_size\":%s}".formatted(parts[0], parts[1]));
    }
    return shop.ecsim
        .http()
        .post(PATH, "{\"bss_param\":{\"is_auto_pay\":true},\"volumes\":[" + list + "]}");
  }

  private String size(String disk) {
    return shop.show(disk).at("/volume/size");
  }

  @Test
  void all_of_them_grow() {
    String a = shop.disk("a");
    String b = shop.disk("b");

    HttpAnswer begun = grow(a + " 20", b + " 30");

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.json().has("order_id")).isFalse();
    assertThat(shop.status(a)).isEqualTo("extending");
    HttpAnswer job = shop.job(begun.at("/job_id"));
    assertThat(job.at("/status")).isEqualTo("RUNNING");
    assertThat(job.at("/job_type")).isEqualTo("batchExtendVolume");
    assertThat(job.at("/entities/sub_jobs/0/job_type")).isEqualTo("extendVolume");
    assertThat(job.at("/entities/sub_jobs/0/entities/volume_id")).isEqualTo(a);
    assertThat(job.at("/entities/sub_jobs/1/entities/volume_id")).isEqualTo(b);
    shop.ecsim.advanceToIdle();

    assertThat(shop.job(begun.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
    assertThat(size(a)).isEqualTo("20");
    assertThat(size(b)).isEqualTo("30");
  }

  @Test
  void one_that_fails_makes_the_job_fail_and_hinders_no_other() {
    String a = shop.disk("a");
    String b = shop.disk("b");
    var only = new Where(null, "a", null, null, null, null);
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "f",
                    new Target.OnEdge("volume.extend"),
                    only,
                    When.ALWAYS,
                    new Effect.Fail(null)));

    HttpAnswer begun = grow(a + " 20", b + " 20");
    shop.ecsim.advanceToIdle();

    HttpAnswer job = shop.job(begun.at("/job_id"));
    assertThat(job.at("/status")).isEqualTo("FAIL");
    assertThat(job.at("/error_code")).isEqualTo("EVS.2026");
    assertThat(job.at("/entities/sub_jobs/0/status")).isEqualTo("FAIL");
    assertThat(job.at("/entities/sub_jobs/0/error_code")).isEqualTo("EVS.2026");
    assertThat(job.at("/entities/sub_jobs/1/status")).isEqualTo("SUCCESS");
    assertThat(shop.status(a)).isEqualTo("error_extending");
    assertThat(size(a)).isEqualTo("10");
    assertThat(size(b)).isEqualTo("20");
  }

  @Test
  void one_that_cannot_grow_forbids_all() {
    String a = shop.disk("a");
    String b = shop.disk("b");

    assertThat(grow(a + " 20", b + " 5").at("/error/code")).isEqualTo("EVS.1015");
    assertThat(grow(a + " 20", b + " 99999").at("/error/code")).isEqualTo("EVS.1014");
    assertThat(grow(a + " 20", a + " 30").at("/error/code")).isEqualTo("EVS.1064");
    assertThat(grow(a + " 20", "none 30").at("/error/code")).isEqualTo("EVS.5404");
    assertThat(grow().at("/error/code")).isEqualTo("EVS.5400");

    assertThat(shop.status(a)).isEqualTo("available");
    assertThat(size(a)).isEqualTo("10");
  }

  @Test
  void prepaid_ones_are_ordered_and_the_others_are_a_job() {
    String free = shop.disk("free");
    String prepaid =
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                ("{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,"
                        + "'metadata':{'create_for_volume_id':'true'}},'bssParam':{"
                        + "'chargingMode':'prePaid','periodType':'year','periodNum':1,"
                        + "'isAutoPay':'true'}}")
                    .replace('\'', '"'))
            .at("/volume_ids/0");
    shop.ecsim.advanceToIdle();

    HttpAnswer both = grow(free + " 20", prepaid + " 20");

    assertThat(both.at("/job_id")).isNotEmpty();
    assertThat(both.at("/order_id")).isNotEmpty();
    shop.ecsim.advance(Duration.ofMinutes(1));
    assertThat(size(free)).isEqualTo("20");
    assertThat(size(prepaid)).isEqualTo("20");
    HttpAnswer ordered = grow(prepaid + " 30");
    assertThat(ordered.json().has("job_id")).isFalse();
  }
}
