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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnAttachedDiskInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed attachment;
  private String server;
  private String disk;

  @BeforeEach
  void makeBoth() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance").apply(servers.config()).id();
    disk = servers.disk("data");
    attachment = terraform.resource("huaweicloud_compute_volume_attach");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config = block("instance_id", server, "volume_id", disk);
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  private String attached(String pointer) {
    return servers.get(server).at("/server/os-extended-volumes:volumes_attached/1" + pointer);
  }

  @Test
  void isThereAndThenThereIsNothingToDo() {
    attachment.apply(config());
    assertThat(attachment.id()).isEqualTo(server + "/" + disk);
    assertThat(attachment.state().text("device")).isEqualTo("/dev/vdb");
    assertThat(attachment.state().text("pci_address")).isNotEmpty();
    assertThat(attached("/id")).isEqualTo(disk);
    assertThat(attachment.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aDeviceIsAWishThatIsHeardOnce() {
    attachment.apply(config("device", "/dev/vdf"));
    assertThat(attachment.plan(config("device", "/dev/vdf")).action()).isEqualTo(Action.NOTHING);
    assertThat(attachment.plan(config("device", "/dev/vdk")).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theDiskMayGoWithTheServer() {
    attachment.apply(config("delete_on_termination", "true"));
    assertThat(attached("/delete_on_termination")).isEqualTo("true");

    Object[] stays = config("delete_on_termination", "false");
    assertThat(attachment.plan(stays).action()).isEqualTo(Action.UPDATE);
    attachment.apply(stays);
    assertThat(attached("/delete_on_termination")).isEqualTo("false");
    assertThat(attachment.plan(stays).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void anotherDiskOrServerIsAnotherAttachment() {
    attachment.apply(config());
    assertThat(attachment.plan(config("volume_id", "1234")).replacing())
        .containsExactly("volume_id");
    assertThat(attachment.plan(config("instance_id", "1234")).replacing())
        .containsExactly("instance_id");

    String other = servers.disk("other");
    attachment.apply(config("volume_id", other));
    assertThat(attached("/id")).isEqualTo(other);
  }

  @Test
  void isImportedByBothIds() {
    attachment.apply(config());
    Managed imported =
        terraform.resource("huaweicloud_compute_volume_attach").imported(server + "/" + disk);
    assertThat(imported.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void cannotBeImportedByOneId() {
    assertThat(attachment.tryImport(server))
        .singleElement()
        .asString()
        .contains("unable to determine volume attachment ID");
  }

  @Test
  void isPlannedAnewWhenSomebodyDetachedTheDisk() {
    attachment.apply(config());
    cloud
        .http()
        .delete("/ecs/v1/" + Servers.PROJECT + "/cloudservers/" + server + "/detachvolume/" + disk);
    cloud.idle();
    assertThat(attachment.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void anAttachmentThatFailsIsNotRemembered() {
    cloud.fault("{\"on\": {\"edge\": \"volume.attach\"}, \"do\": {\"fail\": true}}");
    assertThat(attachment.attempt(config())).singleElement().asString().contains("job");
    assertThat(attachment.exists()).isFalse();
  }

  @Test
  void aDetachmentThatFailsLeavesItInTheState() {
    attachment.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"volume.detach\"}, \"do\": {\"fail\": true}}");
    assertThat(attachment.tryDestroy()).hasSize(1);
    assertThat(attachment.exists()).isTrue();
  }

  @Test
  void leavesTheDiskBehind() {
    attachment.apply(config());
    attachment.destroy();
    assertThat(attached("/id")).isEmpty();
    String path = "/evs/v2/" + Servers.PROJECT + "/cloudvolumes/" + disk;
    assertThat(cloud.http().get(path).at("/volume/status")).isEqualTo("available");
  }
}
