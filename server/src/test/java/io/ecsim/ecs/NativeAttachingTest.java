package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is attached and detached natively, as the server, the disk and native clients see it. */
class NativeAttachingTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  @Test
  void allThreeTellTheSameStory() {
    Client client = new Client(ecsim, cloud);
    String server = client.running("web");
    String disk = client.disk();
    act(disk, "{\"os-reserve\":{}}");
    assertThat(statuses(disk)).containsOnly("attaching");
    assertThat(client.attach(server, disk).status()).isEqualTo(400);

    HttpAnswer attached =
        act(
            disk,
            "{\"os-attach\":{\"instance_uuid\":\"%s\",\"mountpoint\":\"/dev/vdf\"}}"
                .formatted(server));
    assertThat(attached.status()).as(attached.text()).isEqualTo(202);
    ecsim.advanceToIdle();
    assertThat(statuses(disk)).containsOnly("in-use");
    assertThat(client.get("/" + server + "/block_device/" + disk).at("/volumeAttachment/device"))
        .isEqualTo("/dev/vdf");

    act(disk, "{\"os-begin_detaching\":null}");
    assertThat(statuses(disk)).containsOnly("detaching");
    act(disk, "{\"os-detach\":{}}");
    ecsim.advanceToIdle();
    assertThat(statuses(disk)).containsOnly("available");
    assertThat(client.get("/" + server + "/block_device/" + disk).status()).isEqualTo(400);
  }

  @Test
  void theSystemDiskOfARunningServerStays() {
    Client client = new Client(ecsim, cloud);
    String server = client.running("web");
    String disk = client.get("/" + server + "/block_device").at("/volumeAttachments/0/id");
    HttpAnswer refused = act(disk, "{\"os-detach\":{}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("system disk");
    assertThat(statuses(disk)).containsOnly("in-use");
    client.stop("HARD", server);
    ecsim.advanceToIdle();
    assertThat(act(disk, "{\"os-detach\":{}}").status()).isEqualTo(202);
  }

  private HttpAnswer act(String disk, String json) {
    return ecsim.http().post("/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk + "/action", json);
  }

  /** As the vendor's API and both native versions show it. */
  private List<String> statuses(String disk) {
    return List.of("v2/%s/cloudvolumes", "v2/%s/volumes", "v3/%s/volumes").stream()
        .map(path -> "/evs/" + path.formatted(Ecsim.PROJECT) + "/" + disk)
        .map(path -> ecsim.http().get(path).at("/volume/status"))
        .toList();
  }

  @Test
  void disksComeAndGoWhileANewFlavorIsTried() {
    Client client = new Client(ecsim, cloud);
    Nova nova = new Nova(client, cloud);
    String server = client.running("web");
    String root = client.get("/" + server + "/block_device").at("/volumeAttachments/0/id");
    String disk = client.disk();
    nova.post("/servers/" + server + "/action", "{'resize':{'flavorRef':'c6.xlarge.2'}}");
    ecsim.advanceToIdle();
    assertThat(client.attach(server, disk).at("/error/code")).isEqualTo("Ecs.0100");

    String places = "/servers/" + server + "/os-volume_attachments";
    HttpAnswer attached =
        nova.post(places, "{'volumeAttachment':{'volumeId':'%s'}}".formatted(disk));
    assertThat(attached.status()).as(attached.text()).isEqualTo(200);
    assertThat(attached.at("/volumeAttachment/device")).isEqualTo("/dev/vdb");
    ecsim.advanceToIdle();
    assertThat(statuses(disk)).containsOnly("in-use");
    assertThat(nova.words(server)).isEqualTo("VERIFY_RESIZE resized null 1");

    assertThat(client.detach(server, disk).at("/error/code")).isEqualTo("Ecs.0100");
    assertThat(nova.delete(places + "/" + root).status()).isEqualTo(400);
    assertThat(nova.delete(places + "/" + disk).status()).isEqualTo(202);
    ecsim.advanceToIdle();
    assertThat(statuses(disk)).containsOnly("available");
    nova.post("/servers/" + server + "/action", "{'revertResize':null}");
    ecsim.advanceToIdle();
    assertThat(nova.words(server)).isEqualTo("ACTIVE active null 1");
  }
}
