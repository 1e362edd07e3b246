package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example, with the real Terraform and no provider but the double's. */
class TheExamplesLiveTest {
  private static final String PROJECT = "0ec5a000000000000000000000000001";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir Path folder;

  private Set<String> before;

  @BeforeEach
  void look() {
    cloud.vpc(PROJECT);
    before = cloud.resources();
  }

  private Workspace example(String name) {
    return Workspace.example(name, folder, cloud.url());
  }

  private void wentWithoutTrace(Workspace workspace) {
    assertThat(workspace.isEmpty()).isTrue();
    assertThat(cloud.resources()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart",
        "count-and-for-each",
        "drift",
        "faults",
        "terraform-test",
        "modules",
        "rollback",
        "resize",
        "rebuild"
      })
  void isAppliedSettlesAndGoesWithoutTrace(String name) {
    Workspace workspace = example(name);

    workspace.terraform("init");
    workspace.terraform("validate");
    workspace.terraform("plan");
    workspace.terraform("apply", "-auto-approve");
    workspace.settled();
    workspace.terraform("destroy", "-auto-approve");

    wentWithoutTrace(workspace);
  }

  @Test
  void quickstartNeedsNoInitAndChangesInPlace() {
    Workspace quickstart = example("quickstart");
    quickstart.terraform("apply", "-auto-approve");

    String changed =
        quickstart.terraform(
            "apply", "-auto-approve", "-var", "server_name=shop", "-var", "data_disk_size=20");

    assertThat(changed).contains("0 added, 4 changed, 0 destroyed");
    quickstart.settled("-var", "server_name=shop", "-var", "data_disk_size=20");
  }

  @Test
  void oneDiskLessTakesTheLastOneOnly() {
    Workspace many = example("count-and-for-each");
    many.terraform("apply", "-auto-approve");

    String fewer = many.terraform("apply", "-auto-approve", "-var", "disks=2");

    assertThat(fewer).contains("huaweicloud_evs_volume.data[2]: Destruction complete");
    assertThat(fewer).contains("0 added, 0 changed, 1 destroyed");
  }

  @Test
  void whatWasMadeByHandIsImportedUnchanged() {
    String disk =
        cloud
            .http()
            .post(
                "/evs/v2.1/" + PROJECT + "/cloudvolumes",
                """
                {"volume": {"name": "by-hand", "availability_zone": "cn-north-4a", "size": 20,
                "volume_type": "SAS", "metadata": {"create_for_volume_id": "true"}}}""")
            .at("/volume_ids/0");
    String vpc =
        cloud
            .http()
            .post(
                "/vpc/v1/" + PROJECT + "/vpcs",
                "{\"vpc\": {\"name\": \"by-hand\", \"cidr\": \"10.30.0.0/16\"}}")
            .at("/vpc/id");
    String[] ids = {"-var", "disk=" + disk, "-var", "vpc=" + vpc};
    Workspace taking = example("import");

    assertThat(taking.terraform("plan", ids[0], ids[1], ids[2], ids[3]))
        .contains("2 to import, 1 to add, 0 to change, 0 to destroy");
    taking.terraform("apply", "-auto-approve", ids[0], ids[1], ids[2], ids[3]);
    taking.settled(ids);
    taking.terraform("destroy", "-auto-approve", ids[0], ids[1], ids[2], ids[3]);

    wentWithoutTrace(taking);
  }

  @Test
  void whatChangedBehindItsBackIsShownAndTakenBack() {
    Workspace drift = example("drift");
    drift.terraform("apply", "-auto-approve");
    String disk = drift.terraform("output", "-raw", "disk");
    String path = "/evs/v2/" + PROJECT + "/cloudvolumes/" + disk;

    cloud.http().put(path, "{\"volume\": {\"name\": \"do-not-touch\"}}");
    assertThat(drift.attempt("plan", "-detailed-exitcode"))
        .satisfies(plan -> assertThat(plan.code()).isEqualTo(2))
        .extracting(Workspace.Said::text)
        .asString()
        .containsPattern("~ name += \"do-not-touch\" -> \"data\"")
        .contains("0 to add, 1 to change, 0 to destroy");
    drift.terraform("apply", "-auto-approve");
    drift.settled();

    cloud.http().delete(path);
    assertThat(drift.terraform("plan")).contains("1 to add, 0 to change, 0 to destroy");
  }

  @Test
  void aDiskGoesToAnotherProject() {
    Workspace transfer = example("transfer");
    transfer.terraform("validate");
    transfer.terraform("apply", "-auto-approve");
    String disk = transfer.terraform("output", "-raw", "disk");
    assertThat(transfer.terraform("plan")).contains("3 to add, 0 to change, 1 to destroy");

    String[] over = {"-var", "handed_over=true"};
    transfer.terraform("import", over[0], over[1], "huaweicloud_evs_volume.received[0]", disk);
    assertThat(transfer.terraform("apply", "-auto-approve", over[0], over[1]))
        .contains("0 added, 0 changed, 1 destroyed");
    transfer.settled(over);
    transfer.terraform("destroy", "-auto-approve", over[0], over[1]);

    assertThat(transfer.isEmpty()).isTrue();
    assertThat(cloud.resources()).noneMatch(resource -> resource.startsWith("volume "));
  }

  @Test
  void terraformTestPasses() {
    Workspace tested = example("terraform-test");
    tested.terraform("init");
    assertThat(tested.terraform("test")).contains("5 passed, 0 failed");
    assertThat(cloud.resources()).isEqualTo(before);
  }
}
