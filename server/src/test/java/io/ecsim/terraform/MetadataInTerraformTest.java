package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata of disks and of snapshots: some of the keys, and never the whole. */
class MetadataInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed disk;
  private Managed snapshot;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    var disks = new Disks(cloud, terraform);
    disk = disks.disk("data");
    snapshot = disks.snapshot(disk);
  }

  private Managed metadata(String of) {
    return terraform.resource("huaweicloud_evs_" + of + "_metadata");
  }

  private String owner(String of) {
    return of.equals("volume") ? disk.id() : snapshot.id();
  }

  private Object[] config(String of, Map<String, Object> metadata, Object... more) {
    return Disks.config(block(of + "_id", owner(of), "metadata", metadata), more);
  }

  private String path(String of) {
    return "/evs/v3/" + Disks.PROJECT + "/" + of + "s/" + owner(of) + "/metadata";
  }

  private String inTheCloud(String of, String key) {
    return cloud.http().get(path(of)).at("/metadata/" + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "snapshot"})
  void isWrittenChangedAndTakenAway(String of) {
    Managed metadata = metadata(of);
    metadata.apply(config(of, block("a", "1", "b c", "2")));
    assertThat(metadata.id()).isEqualTo(owner(of));
    assertThat(metadata.state().text("region")).isEqualTo("cn-north-4");
    assertThat(inTheCloud(of, "a")).isEqualTo("1");
    assertThat(metadata.plan(config(of, block("a", "1", "b c", "2"))).action())
        .isEqualTo(Action.NOTHING);

    assertThat(metadata.plan(config(of, block("a", "3"))).action()).isEqualTo(Action.UPDATE);
    metadata.apply(config(of, block("a", "3")));
    assertThat(inTheCloud(of, "a")).isEqualTo("3");
    assertThat(inTheCloud(of, "b c")).isEmpty();

    metadata.destroy();
    assertThat(inTheCloud(of, "a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "snapshot"})
  void keysOfOthersAreNeitherSeenNorTakenAway(String of) {
    Managed metadata = metadata(of);
    metadata.apply(config(of, block("a", "1")));
    cloud.http().post(path(of), "{\"metadata\": {\"theirs\": \"x\"}}");

    assertThat(metadata.plan(config(of, block("a", "1"))).action()).isEqualTo(Action.NOTHING);
    metadata.destroy();
    assertThat(inTheCloud(of, "theirs")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "snapshot"})
  void aKeyThatHasVanishedIsPlannedAndAllOfThemAreItsEnd(String of) {
    Managed metadata = metadata(of);
    metadata.apply(config(of, block("a", "1", "b", "2")));
    cloud.http().delete(path(of) + "/b");
    assertThat(metadata.plan(config(of, block("a", "1", "b", "2"))).action())
        .isEqualTo(Action.UPDATE);
    cloud.http().delete(path(of) + "/a");
    assertThat(metadata.plan(config(of, block("a", "1", "b", "2"))).action())
        .isEqualTo(Action.CREATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "snapshot"})
  void belongsToWhatItWasWrittenTo(String of) {
    Managed metadata = metadata(of);
    metadata.apply(config(of, block("a", "1")));

    assertThat(metadata.plan(config(of, block("a", "1"), of + "_id", "other")).errors())
        .singleElement()
        .asString()
        .contains(of + "_id can't be updated, " + owner(of) + " -> other");
    assertThat(
            metadata
                .plan(config(of, block("a", "1"), of + "_id", "other", "enable_force_new", "true"))
                .replacing())
        .containsExactly(of + "_id");
    assertThat(metadata(of).tryImport(owner(of)))
        .singleElement()
        .asString()
        .contains("doesn't support import");
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume", "snapshot"})
  void isNotRememberedWhereThereIsNothingToWriteItTo(String of) {
    Managed metadata = metadata(of);
    assertThat(metadata.attempt(of + "_id", "none", "metadata", block("a", "1")))
        .singleElement()
        .asString()
        .contains("404");
    assertThat(metadata.exists()).isFalse();
  }
}
