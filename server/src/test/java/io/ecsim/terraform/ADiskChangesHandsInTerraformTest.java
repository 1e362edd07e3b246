package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that one project offers and another accepts, by both versions of the API. */
class ADiskChangesHandsInTerraformTest {
  private static final String OTHER = "0ec5a0000000000000000000000000ff";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform giver;
  private Terraform receiver;
  private Disks disks;
  private Managed disk;

  @BeforeEach
  void attach() {
    giver = Terraform.at(cloud.url());
    receiver = Terraform.at(cloud.url(), block("project_id", OTHER));
    disks = new Disks(cloud, giver);
    disk = disks.disk("data");
  }

  private Object[] offer(Object... more) {
    return Disks.config(block("name", "gift", "volume_id", disk.id()), more);
  }

  private Managed offered(String api) {
    return giver.resource("huaweicloud_" + api + "_volume_transfer").apply(offer());
  }

  private static Object[] acceptance(Managed transfer) {
    return new Object[] {
      "transfer_id", transfer.id(), "auth_key", transfer.state().text("auth_key")
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void isOfferedAndKeepsTheKeyThatIsToldOnce(String api) {
    Managed transfer = offered(api);
    String key = transfer.state().text("auth_key");

    assertThat(key).isNotEmpty();
    assertThat(disks.volume(disk.id(), "/status")).isEqualTo("awaiting-transfer");
    assertThat(transfer.plan(offer()).action()).isEqualTo(Action.NOTHING);
    assertThat(transfer.state().text("auth_key")).isEqualTo(key);
    assertThat(transfer.state().text("created_at"))
        .matches(api.equals("evs") ? "[-\\d]{10}T[:\\d]{8}Z" : "[-\\d]{10}T[:.\\d]{15}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void isTakenByTheOtherProject(String api) {
    Managed transfer = offered(api);
    Managed accepter = receiver.resource("huaweicloud_" + api + "_volume_transfer_accepter");
    Object[] config = acceptance(transfer);
    accepter.apply(config);

    assertThat(accepter.id()).isEqualTo(transfer.id());
    Managed taken = receiver.resource("huaweicloud_evs_volume").imported(disk.id());
    assertThat(taken.state().text("name")).isEqualTo("data");
    assertThat(transfer.plan(offer()).action()).isEqualTo(Action.CREATE);
    assertThat(disk.refresh()).isEmpty();
    assertThat(disk.exists()).isFalse();

    assertThat(accepter.plan(config).action()).isEqualTo(Action.NOTHING);
    accepter.destroy();
    assertThat(taken.refresh()).isEmpty();
    assertThat(taken.exists()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void isNotTakenWithAnotherKey(String api) {
    Managed transfer = offered(api);
    Managed accepter = receiver.resource("huaweicloud_" + api + "_volume_transfer_accepter");

    assertThat(accepter.attempt("transfer_id", transfer.id(), "auth_key", "0123456789abcdef"))
        .hasSize(1);
    assertThat(accepter.exists()).isFalse();
    assertThat(disks.volume(disk.id(), "/status")).isEqualTo("awaiting-transfer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void staysWhenTheOfferIsDestroyed(String api) {
    offered(api).destroy();
    assertThat(disks.volume(disk.id(), "/status")).isEqualTo("available");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evs", "evsv3"})
  void whatCannotBeOfferedIsNotRemembered(String api) {
    disks.snapshot(disk);
    Managed transfer = giver.resource("huaweicloud_" + api + "_volume_transfer");
    assertThat(transfer.attempt(offer())).hasSize(1);
    assertThat(transfer.exists()).isFalse();
  }

  @Test
  void anotherOfferReplacesTheOneAndIsRefusedByTheOther() {
    Managed transfer = offered("evs");
    assertThat(transfer.plan(offer("name", "other")).replacing()).containsExactly("name");
    assertThat(transfer.tryImport(transfer.id()))
        .singleElement()
        .asString()
        .contains("doesn't support import");
    transfer.destroy();

    Managed newer = offered("evsv3");
    assertThat(newer.plan(offer("name", "other")).errors())
        .singleElement()
        .asString()
        .startsWith("name can't be updated, gift -> other");
    Managed imported = giver.resource("huaweicloud_evsv3_volume_transfer").imported(newer.id());
    assertThat(imported.plan(offer()).action()).isEqualTo(Action.NOTHING);
    assertThat(imported.state().text("auth_key")).isNull();
  }

  @Test
  void anotherKeyIsNeverShown() {
    Managed transfer = offered("evsv3");
    Managed accepter = receiver.resource("huaweicloud_evsv3_volume_transfer_accepter");
    accepter.apply(acceptance(transfer));
    assertThat(accepter.plan("transfer_id", transfer.id(), "auth_key", "other").errors())
        .singleElement()
        .asString()
        .startsWith("auth_key can't be updated, (sensitive value)");
  }

  @Test
  void offersAreListed() {
    for (String source :
        new String[] {
          "evs_volume_transfers", "evsv3_volume_transfers", "evsv3_volume_transfer_details"
        }) {
      assertThat(giver.data("huaweicloud_" + source).blocks("transfers")).isEmpty();
    }
    Managed transfer = offered("evs");

    assertThat(giver.data("huaweicloud_evs_volume_transfers").block("transfers").text("id"))
        .isEqualTo(transfer.id());
    assertThat(
            giver
                .data("huaweicloud_evsv3_volume_transfers")
                .block("transfers")
                .block("links")
                .text("href"))
        .contains(transfer.id());
    assertThat(
            giver
                .data("huaweicloud_evsv3_volume_transfer_details")
                .block("transfers")
                .text("created_at"))
        .isNotEmpty();
    assertThat(receiver.data("huaweicloud_evs_volume_transfers").blocks("transfers")).isEmpty();
  }
}
