package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TheProviderBlockCountsTest {
  private static final Object[] DISK = {
    "availability_zone", "cn-north-4a", "volume_type", "SAS", "size", 10, "name", "data"
  };

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Managed volume(Object... provider) {
    return Terraform.at(cloud.url(), block(provider)).resource("huaweicloud_evs_volume");
  }

  private String shown(Managed volume, String project, String pointer, String... headers) {
    return cloud
        .http()
        .get("/evs/v2/" + project + "/cloudvolumes/" + volume.id(), headers)
        .at("/volume" + pointer);
  }

  @Test
  void itsProjectAndRegionAreWhereThingsAreMade() {
    String project = "0123456789abcdef0123456789abcdef";
    Managed volume = volume("region", "cn-south-1", "project_id", project).apply(DISK);

    assertThat(shown(volume, project, "/name")).isEqualTo("data");
    assertThat(volume.state().text("region")).isEqualTo("cn-south-1");
  }

  @Test
  void itsAccessKeyNamesTheWorld() {
    Managed blue = volume("access_key", "ci@blue", "secret_key", "any").apply(DISK);

    String project = "0ec5a000000000000000000000000001";
    assertThat(shown(blue, project, "/name", "X-Ecsim-World", "blue")).isEqualTo("data");
    assertThat(cloud.resources()).noneMatch(name -> name.startsWith("volume "));
  }

  @Test
  void itsDefaultTagsLieUnderThoseOfEachResource() {
    Managed volume = volume("default_tags", block("team", "shop", "stage", "test"));
    Object[] tagged = config("tags", block("stage", "live"));

    assertThat(volume.plan(tagged).values().map("tags"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("team", "shop", "stage", "live"));
    volume.apply(tagged);
    assertThat(volume.state().map("tags")).hasSize(2);
    assertThat(volume.plan(tagged).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void tagsThatItIgnoresAreNobodysBusiness() {
    Managed volume = volume("ignore_tags", List.of("seen_by")).apply(DISK);
    cloud
        .http()
        .post(
            "/evs/v2/0ec5a000000000000000000000000001/cloudvolumes/" + volume.id() + "/tags/action",
            "{\"action\": \"create\", \"tags\": [{\"key\": \"seen_by\", \"value\": \"backup\"}]}");

    assertThat(volume.plan(DISK).action()).isEqualTo(Action.NOTHING);
    assertThat(volume.state().map("tags")).isEmpty();
  }

  @Test
  void itsEndpointsAreNotFollowed() {
    Managed volume = volume("endpoints", block("evs", "https://evs.example.com/")).apply(DISK);
    assertThat(volume.exists()).isTrue();
  }

  private static Object[] config(String name, Object value) {
    Object[] config = java.util.Arrays.copyOf(DISK, DISK.length + 2);
    config[DISK.length] = name;
    config[DISK.length + 1] = value;
    return config;
  }
}
