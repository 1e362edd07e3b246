package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disks that are paid for in advance: an order instead of a job. */
class ASubscribedDiskInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed disk;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    disk = terraform.resource("huaweicloud_evs_volume");
  }

  private static Object[] monthly(Object... more) {
    return Disks.config(
        block(
            "name",
            "data",
            "availability_zone",
            "cn-north-4a",
            "volume_type",
            "SAS",
            "size",
            10,
            "charging_mode",
            "prePaid",
            "period_unit",
            "month",
            "period",
            1),
        more);
  }

  @Test
  void isThereWhenItsOrderIsPaid() {
    disk.apply(monthly("auto_renew", "true"));

    assertThat(disk.state().text("status")).isEqualTo("available");
    assertThat(disk.state().text("charging_mode")).isEqualTo("prePaid");
    assertThat(disks.volume(disk.id(), "/metadata/orderID")).isNotEmpty();
    assertThat(disk.plan(monthly("auto_renew", "true")).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "size, 20, /size, 20",
    "volume_type, SSD, /volume_type, SSD",
    "auto_renew, true, /name, data",
    "auto_renew, false, /name, data"
  })
  void isChangedInPlace(String argument, String value, String pointer, String there) {
    disk.apply(monthly());
    String id = disk.id();

    assertThat(disk.plan(monthly(argument, value)).action()).isEqualTo(Action.UPDATE);
    disk.apply(monthly(argument, value));

    assertThat(disk.id()).isEqualTo(id);
    assertThat(disks.volume(id, pointer)).isEqualTo(there);
    assertThat(disk.plan(monthly(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isReplacedByOneForAnotherPeriod() {
    disk.apply(monthly());
    assertThat(disk.plan(monthly("period", 2)).replacing()).containsExactly("period");
  }

  @Test
  void goesWithItsSubscription() {
    disk.apply(monthly());
    String path = "/evs/v2/" + Disks.PROJECT + "/cloudvolumes/" + disk.id();
    assertThat(cloud.http().delete(path).text()).contains("EVS.1035");

    disk.destroy();

    assertThat(cloud.http().get(path).status()).isEqualTo(404);
  }

  @Test
  void withoutPeriodThereIsNoOrder() {
    assertThat(
            disk.attempt(
                "availability_zone",
                "cn-north-4a",
                "volume_type",
                "SAS",
                "size",
                10,
                "charging_mode",
                "prePaid"))
        .singleElement()
        .asString()
        .contains("period");
    assertThat(disk.exists()).isFalse();
  }

  @Test
  void whatFailsLateIsRememberedAsTainted() {
    cloud.fault(
        "{\"on\": {\"edge\": \"volume.create\"}, \"when\": {\"first\": 1}, \"do\": {\"fail\": true}}");
    assertThat(disk.attempt(monthly())).hasSize(1);
    assertThat(disk.isTainted()).isTrue();
  }

  @Test
  void anExtensionThatFailsKeepsTheOldSizeInTheState() {
    disk.apply(monthly());
    cloud.fault("{\"on\": {\"edge\": \"volume.extend\"}, \"do\": {\"fail\": true}}");

    assertThat(disk.attempt(monthly("size", 20)))
        .singleElement()
        .asString()
        .contains("unexpected status (4) of the order");
    assertThat(disk.state().number("size")).isEqualTo(10);
  }

  @Test
  void aDataDiskInUseIsGivenBackByItself() {
    disk.apply(monthly());
    var servers = new Servers(cloud);
    Managed server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    terraform
        .resource("huaweicloud_compute_volume_attach")
        .apply("instance_id", server.id(), "volume_id", disk.id());
    Managed unsubscription = terraform.resource("huaweicloud_evs_unsubscribe_prepaid_volume");
    unsubscription.apply("volume_ids", List.of(disk.id()));

    assertThat(disk.plan(monthly()).action()).isEqualTo(Action.CREATE);
    assertThat(unsubscription.plan("volume_ids", List.of("other")).errors())
        .singleElement()
        .asString()
        .startsWith("volume_ids can't be updated");
    unsubscription.destroy();
  }

  @Test
  void isMadeLargerTogetherWithOneThatIsPaidByUse() {
    disk.apply(monthly());
    Managed other = disks.disk("other");
    terraform
        .resource("huaweicloud_evs_volumes_batch_expand")
        .apply(
            "volumes",
            List.of(
                block("id", disk.id(), "new_size", 20), block("id", other.id(), "new_size", 30)),
            "is_auto_pay",
            true);
    assertThat(disks.volume(disk.id(), "/size")).isEqualTo("20");
    assertThat(disks.volume(other.id(), "/size")).isEqualTo("30");
  }
}
