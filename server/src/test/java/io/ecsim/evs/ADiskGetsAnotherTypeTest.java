package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Another type and other performance, with their jobs. */
class ADiskGetsAnotherTypeTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void it_is_retyping_until_the_job_is_done() {
    String disk = shop.disk("data");
    HttpAnswer begun = retype(disk, "'new_type':'SSD'");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("retyping");
    assertThat(type(disk)).isEqualTo("SAS");
    assertThat(used("volumes_SSD")).isEqualTo(1);
    assertThat(used("gigabytes_SAS")).isZero();

    shop.ecsim.advance(Duration.ofSeconds(10));
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(type(disk)).isEqualTo("SSD");
    JsonNode job = shop.job(begun.at("/job_id")).json();
    assertThat(job.path("job_type").asText()).isEqualTo("retypeVolume");
    assertThat(job.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(job.at("/entities/volume_type").asText()).isEqualTo("SSD");
  }

  @Test
  void a_disk_in_use_stays_in_use() {
    String disk = shop.disk("data");
    shop.force("volume", disk, VolumeStatus.IN_USE);
    retype(disk, "'new_type':'SSD'");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("in-use");
    assertThat(type(disk)).isEqualTo("SSD");
  }

  @Test
  void a_failed_change_leaves_the_disk_as_it_was() {
    shop.lay("volume.retype", new Effect.Fail(null));
    String disk = shop.disk("data");
    String job = retype(disk, "'new_type':'SSD'").at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(type(disk)).isEqualTo("SAS");
    assertThat(shop.job(job).at("/status")).isEqualTo("FAIL");
    assertThat(used("volumes_SAS")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SAS, SAS, EVS.2087",
    "SSD, SAS, EVS.2087",
    "SAS, NOPE, EVS.2087",
    "SAS, SATA, EVS.2087",
    "SAS, GPSSD2, EVS.2231",
    "SSD, GPSSD, ''",
    "SAS, ESSD, ''"
  })
  void only_upwards(String from, String to, String code) {
    String disk = disk(from, "'size':10");
    HttpAnswer answer = retype(disk, "'new_type':'" + to + "'");

    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(shop.status(disk)).isEqualTo(code.isEmpty() ? "retyping" : "available");
  }

  @ParameterizedTest
  @EnumSource(
      value = VolumeStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AVAILABLE", "IN_USE"})
  void only_when_it_is_available_or_in_use(VolumeStatus status) {
    String disk = disk("GPSSD2", "'size':40,'iops':3000,'throughput':125");
    shop.force("volume", disk, status);

    assertThat(retype(disk, "'new_type':'SSD'").at("/error/code"))
        .isEqualTo(status.hidden() ? "EVS.5404" : "EVS.2088");
    assertThat(qos(disk, "'iops':4000,'throughput':200").at("/error/code"))
        .isEqualTo(status.hidden() ? "EVS.5404" : "EVS.5400");
    assertThat(shop.ecsim.world().read().find(new Ref("volume", Ecsim.PROJECT, disk)).status())
        .isEqualTo(status);
  }

  @Test
  void not_while_a_snapshot_of_it_is_deleted() {
    String disk = shop.disk("data");
    shop.deleteSnapshot(shop.snapshot(disk, "before"));
    HttpAnswer refused = retype(disk, "'new_type':'SSD'");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2088");
    shop.ecsim.advanceToIdle();
    assertThat(retype(disk, "'new_type':'SSD'").status()).isEqualTo(202);
  }

  @Test
  void ten_at_a_time() {
    List<String> disks = IntStream.range(0, 11).mapToObj(i -> shop.disk("d" + i)).toList();
    disks.stream().limit(10).forEach(disk -> retype(disk, "'new_type':'SSD'"));

    assertThat(retype(disks.get(10), "'new_type':'SSD'").at("/error/code")).isEqualTo("EVS.2088");
  }

  @Test
  void provisioned_performance_comes_with_the_type() {
    String disk = disk("SAS", "'size':40");
    retype(disk, "'new_type':'GPSSD2','iops':4000,'throughput':200");
    shop.ecsim.advanceToIdle();

    assertThat(performance(disk, "iops")).isEqualTo(4000);
    assertThat(performance(disk, "throughput")).isEqualTo(200);
  }

  @Test
  void performance_changes_when_its_job_is_done() {
    String disk = disk("GPSSD2", "'size':40,'iops':3000,'throughput':125");
    HttpAnswer begun = qos(disk, "'iops':4000,'throughput':200");
    assertThat(begun.status()).isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(performance(disk, "iops")).isEqualTo(3000);

    shop.ecsim.advanceToIdle();
    assertThat(performance(disk, "iops")).isEqualTo(4000);
    assertThat(performance(disk, "throughput")).isEqualTo(200);
    assertThat(shop.job(begun.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
  }

  @Test
  void performance_that_could_not_be_set_is_what_it_was() {
    shop.lay("volume.modify-qos", new Effect.Fail(null));
    String disk = disk("GPSSD2", "'size':40,'iops':3000,'throughput':125");
    String job = qos(disk, "'iops':4000,'throughput':200").at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.job(job).at("/error_code")).isEqualTo("EVS.2050");
    assertThat(performance(disk, "iops")).isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 125, EVS.2231",
    "128000, 125, EVS.2231",
    "4000, 1001, EVS.5400",
    "4000,, EVS.5400"
  })
  void performance_has_bounds(int iops, Integer throughput, String code) {
    String disk = disk("GPSSD2", "'size':40,'iops':3000,'throughput':125");
    String more = throughput == null ? "" : ",'throughput':" + throughput;

    assertThat(qos(disk, "'iops':" + iops + more).at("/error/code")).isEqualTo(code);
  }

  @Test
  void other_types_have_nothing_to_provision() {
    assertThat(qos(shop.disk("data"), "'iops':4000").at("/error/code")).isEqualTo("EVS.2231");
    assertThat(qos("no-such-disk", "'iops':4000").status()).isEqualTo(404);
    assertThat(retype("no-such-disk", "'new_type':'SSD'").at("/error/code")).isEqualTo("EVS.5404");
  }

  private String disk(String type, String members) {
    String request = Shop.request(members).replace("SAS", type);
    String id = shop.ecsim.http().post(Shop.CREATE, request).at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    return id;
  }

  private HttpAnswer retype(String disk, String members) {
    String address = "/evs/v2/" + Ecsim.PROJECT + "/volumes/" + disk + "/retype";
    return shop.ecsim.http().post(address, body("os-retype", members));
  }

  private HttpAnswer qos(String disk, String members) {
    String address = "/evs/v5/" + Ecsim.PROJECT + "/cloudvolumes/" + disk + "/qos";
    return shop.ecsim.http().put(address, body("qos_modify", members));
  }

  private static String body(String wrapper, String members) {
    return "{'%s':{%s}}".formatted(wrapper, members).replace('\'', '"');
  }

  private String type(String disk) {
    return shop.show(disk).at("/volume/volume_type");
  }

  private int performance(String disk, String kind) {
    return shop.show(disk).json().at("/volume/" + kind + "/total_val").intValue();
  }

  private int used(String quota) {
    String address = "/evs/v2/" + Ecsim.PROJECT + "/os-quota-sets/" + Ecsim.PROJECT + "?usage=True";
    return shop.ecsim.http().get(address).json().at("/quota_set/" + quota + "/in_use").intValue();
  }
}
