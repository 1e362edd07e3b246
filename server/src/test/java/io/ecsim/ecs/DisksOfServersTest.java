package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attaching and detaching: {@code ecs-lifecycle.md} b.10, {@code ecs-schemas.md} 6. */
class DisksOfServersTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-00000000ffff";

  private final Surroundings cloud = new Surroundings(roomy());

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  /** The usual inventory, and a flavor that takes as many disks as any server may have. */
  private static Inventory roomy() {
    Inventory usual = Inventory.builtIn(Surroundings.REGION);
    Flavor c6 = usual.flavor("c6.large.2");
    var flavors = new ArrayList<>(usual.flavors());
    flavors.add(
        new Flavor(
            "roomy.large.2",
            c6.vcpus(),
            c6.ram(),
            c6.performance(),
            c6.generation(),
            c6.arch(),
            c6.status(),
            c6.sale(),
            c6.nics(),
            60,
            c6.extra(),
            null));
    return new Inventory(
        usual.region(),
        usual.zones(),
        usual.account(),
        usual.volumeTypes(),
        flavors,
        usual.images(),
        usual.network(),
        usual.limits());
  }

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static String disks(int count, String more) {
    return ",\"data_volumes\":[%s]"
        .formatted(
            String.join(
                ",",
                Collections.nCopies(
                    count, "{\"volumetype\":\"SAS\",\"size\":10%s}".formatted(more))));
  }

  private List<String> devices(Client client, String server) {
    return Client.each(
        client.get("/" + server + "/block_device").json().path("volumeAttachments"), "/device");
  }

  @Test
  void disksThatAreMadeForAServerGetNamesAsTheyCome() {
    Client client = client();
    String server = client.running("web", "");
    HttpAnswer made =
        ecsim
            .http()
            .post(
                "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes",
                """
                {"server_id":"%s","volume":{"availability_zone":"%s","volume_type":"SAS",
                "size":10,"count":2,"metadata":{"hw:passthrough":"true"}}}"""
                    .formatted(server, Surroundings.ZONE));
    assertThat(made.status()).as(made.text()).isEqualTo(202);
    ecsim.advanceToIdle();
    assertThat(devices(client, server)).containsExactly("/dev/vda", "/dev/sda", "/dev/sdb");
  }

  @Test
  void aDiskIsAttachedUnderTheNextName() {
    Client client = client();
    String server = client.running("web", disks(1, ""));
    String disk = client.disk();
    HttpAnswer answer = client.attach(server, disk);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode job = client.job(answer.at("/job_id"));
    assertThat(job.path("job_type").asText()).isEqualTo("attachVolume");
    assertThat(job.path("status").asText()).isEqualTo("RUNNING");
    assertThat(job.at("/entities/server_id").asText()).isEqualTo(server);
    ecsim.advanceToIdle();
    assertThat(client.job(answer.at("/job_id")).path("status").asText()).isEqualTo("SUCCESS");

    JsonNode shown =
        client.get("/" + server + "/block_device/" + disk).json().path("volumeAttachment");
    assertThat(shown.path("device").asText()).isEqualTo("/dev/vdc");
    assertThat(shown.path("id").asText()).isEqualTo(disk);
    assertThat(shown.path("volumeId").asText()).isEqualTo(disk);
    assertThat(shown.path("serverId").asText()).isEqualTo(server);
    assertThat(shown.path("bus").asText()).isEqualTo("virtio");
    assertThat(shown.path("pciAddress").asText()).isEqualTo("0000:02:03.0");
    assertThat(shown.path("bootIndex").asInt()).isEqualTo(-1);
    assertThat(shown.path("size").asInt()).isEqualTo(10);
  }

  @Test
  void aFreedNameIsGivenAgain() {
    Client client = client();
    String server = client.running("web", disks(2, ""));
    String first = client.get("/" + server + "/block_device").at("/volumeAttachments/1/id");
    client.detach(server, first);
    ecsim.advanceToIdle();
    client.attach(server, client.disk());
    ecsim.advanceToIdle();
    assertThat(devices(client, server)).containsExactly("/dev/vda", "/dev/vdc", "/dev/vdb");
  }

  @Test
  void namesCanBeAskedFor() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    String body = "{\"volumeAttachment\":{\"volumeId\":\"%s\",\"device\":\"%s\"}}";
    String path = "/" + server + "/attachvolume";
    assertThat(client.post(path, body.formatted(disk, "/dev/vda")).at("/error/code"))
        .isEqualTo("Ecs.0005");
    assertThat(client.post(path, body.formatted(disk, "/dev/sdb")).at("/error/code"))
        .isEqualTo("Ecs.0005");
    assertThat(client.post(path, body.formatted(disk, "/dev/vdf")).status()).isEqualTo(200);
    assertThat(devices(client, server)).containsExactly("/dev/vda", "/dev/vdf");
  }

  @Test
  void virtioEndsAtX() {
    Client client = client();
    String server = client.running("web", disks(23, ""));
    assertThat(devices(client, server)).hasSize(24).endsWith("/dev/vdx");
    JsonNode free = client.get("/" + server + "/block_device").json().path("attachableQuantity");
    assertThat(free.path("free_disk").asInt()).isZero();
    assertThat(client.attach(server, client.disk()).at("/error/code")).isEqualTo("Ecs.0104");
  }

  @Test
  void scsiGoesOnPastZ() {
    Client client = client();
    String server =
        client.running(
            "web", ",\"flavorRef\":\"roomy.large.2\"" + disks(28, ",\"hw:passthrough\":true"));
    assertThat(devices(client, server))
        .hasSize(29)
        .contains("/dev/vda", "/dev/sda", "/dev/sdz", "/dev/sdaa", "/dev/sdab");
    JsonNode free = client.get("/" + server + "/block_device").json().path("attachableQuantity");
    assertThat(free.path("free_scsi").asInt()).isEqualTo(31);
    assertThat(free.path("free_blk").asInt()).isEqualTo(23);
  }

  @Test
  void whatCannotBeAttachedIsRefused() {
    Client client = client();
    String server = client.running("a");
    String other = client.running("b");
    String disk = client.disk();
    client.attach(server, disk);
    ecsim.advanceToIdle();
    assertThat(client.attach(server, disk).at("/error/code")).isEqualTo("Ecs.0057");
    assertThat(client.attach(other, disk).at("/error/code")).isEqualTo("Ecs.0103");
    assertThat(client.attach(server, UNKNOWN).at("/error/code")).isEqualTo("Ecs.0017");
    assertThat(client.attach(UNKNOWN, disk).status()).isEqualTo(404);

    String elsewhere = client.disk(",\"availability_zone\":\"cn-north-4b\"");
    assertThat(client.attach(server, elsewhere).at("/error/code")).isEqualTo("Ecs.0121");
  }

  @Test
  void aSharedDiskIsAttachedToTwoServers() {
    Client client = client();
    String disk = client.disk(",\"multiattach\":true");
    for (String name : List.of("a", "b")) {
      String server = client.running(name);
      assertThat(client.attach(server, disk).status()).isEqualTo(200);
      ecsim.advanceToIdle();
      assertThat(devices(client, server)).containsExactly("/dev/vda", "/dev/vdb");
    }
  }

  @Test
  void aDryRunAttachesNothing() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    String body = "{\"dry_run\":true,\"volumeAttachment\":{\"volumeId\":\"%s\"}}".formatted(disk);
    var before = client.state();
    assertThat(client.post("/" + server + "/attachvolume", body).status()).isEqualTo(200);
    assertThat(client.state()).isEqualTo(before);
    String room = "{\"dry_run\":true,\"volumeAttachment\":{\"volume_type\":\"SAS\",\"count\":24}}";
    assertThat(client.post("/" + server + "/attachvolume", room).at("/error/code"))
        .isEqualTo("Ecs.0104");
    assertThat(
            client
                .post("/" + server + "/attachvolume", "{\"volumeAttachment\":{}}")
                .at("/error/code"))
        .isEqualTo("Ecs.0005");
  }

  @Test
  void aDiskIsDetached() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    client.attach(server, disk);
    ecsim.advanceToIdle();
    String job = client.detach(server, disk).at("/job_id");
    assertThat(client.job(job).path("status").asText()).isEqualTo("RUNNING");
    assertThat(client.disks()).containsExactly("in-use", "detaching");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("detachVolume");
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.detach(server, disk).at("/error/code")).isEqualTo("Ecs.0111");
  }

  @Test
  void aSystemDiskLeavesAStoppedServerOnlyWhichThenCannotStart() {
    Client client = client();
    String server = client.running("web");
    String root = client.get("/" + server + "/block_device").at("/volumeAttachments/0/id");
    assertThat(client.detach(server, root).at("/error/code")).isEqualTo("Ecs.0100");
    client.stop("HARD", server);
    ecsim.advanceToIdle();
    assertThat(client.detach(server, root).status()).isEqualTo(200);
    ecsim.advanceToIdle();
    assertThat(client.start(server).at("/error/code")).isEqualTo("Ecs.0105");

    client.post(
        "/" + server + "/attachvolume",
        "{\"volumeAttachment\":{\"volumeId\":\"%s\",\"device\":\"/dev/vda\"}}".formatted(root));
    ecsim.advanceToIdle();
    assertThat(client.start(server).status()).isEqualTo(200);
  }

  @Test
  void anAttachmentThatIsGoneIsWordedAsTheBackendWordsIt() {
    Client client = client();
    String server = client.running("web");
    for (HttpAnswer answer :
        List.of(
            client.get("/" + server + "/block_device/" + UNKNOWN),
            client.detach(server, UNKNOWN),
            client.put(
                "/" + server + "/block_device/" + UNKNOWN,
                "{\"block_device\":{\"delete_on_termination\":true}}"))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("/error/code")).isEqualTo("Ecs.1000");
      assertThat(answer.at("/error/message")).contains("itemNotFound");
    }
    assertThat(client.get("/" + UNKNOWN + "/block_device/" + UNKNOWN).status()).isEqualTo(404);
  }

  @Test
  void aDataDiskCanBeMadeToGoWithItsServer() {
    Client client = client();
    String server = client.running("web", disks(2, ""));
    JsonNode disks = client.get("/" + server + "/block_device").json().path("volumeAttachments");
    String going = disks.at("/1/id").asText();
    String body = "{\"block_device\":{\"delete_on_termination\":true}}";
    assertThat(client.put("/" + server + "/block_device/" + going, body).text()).isEqualTo("{}");
    String root = disks.at("/0/id").asText();
    assertThat(client.put("/" + server + "/block_device/" + root, body).at("/error/code"))
        .isEqualTo("Ecs.0617");
    JsonNode shown = client.server(server).path("os-extended-volumes:volumes_attached");
    assertThat(Client.each(shown, "/delete_on_termination"))
        .containsExactly("true", "true", "false");
    client.remove(server);
    ecsim.advanceToIdle();
    assertThat(client.state().everywhere("volume").map(disk -> disk.id()))
        .containsExactly(disks.at("/2/id").asText());
  }

  @Test
  void attachmentsAreListed() {
    Client client = client();
    String server = client.running("web", disks(1, ""));
    JsonNode list =
        client.get("/" + server + "/os-volume_attachments").json().path("volumeAttachments");
    assertThat(Client.each(list, "/device")).containsExactly("/dev/vda", "/dev/vdb");
    assertThat(Client.each(list, "/serverId")).containsOnly(server);
    assertThat(Client.each(list, "/volumeId")).isEqualTo(Client.each(list, "/id"));
  }

  @Test
  void whetherADiskGoesWithItsServerIsFixedWhereMoreHangsOnIt() {
    Client client = client();
    String server = client.running("web", disks(1, ",\"multiattach\":true"));
    String shared = client.get("/" + server + "/block_device").at("/volumeAttachments/1/id");
    HttpAnswer refused = going(client, server, shared);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0617");
    assertThat(refused.at("/error/message")).contains("delete_on_termination", shared, "share");

    String prepaid =
        client.running(
            "ordered",
            disks(1, "")
                + """
                ,"extendparam":{"chargingMode":"prePaid","periodType":"month","periodNum":1,
                "isAutoPay":"true"}""");
    String ordered = client.get("/" + prepaid + "/block_device").at("/volumeAttachments/1/id");
    assertThat(going(client, prepaid, ordered).at("/error/code")).isEqualTo("Ecs.0617");
  }

  @Test
  void nobodySaysAnythingOfTheDisksOfALockedServer() {
    Client client = client();
    String server = client.running("web", disks(1, ""));
    String disk = client.get("/" + server + "/block_device").at("/volumeAttachments/1/id");
    String native_ = "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/action";
    client.send("POST", native_, "{\"lock\":null}");
    assertThat(going(client, server, disk).at("/error/code")).isEqualTo("Ecs.0605");
    client.send("POST", native_, "{\"unlock\":null}");
    assertThat(going(client, server, disk).status()).isEqualTo(200);
  }

  private static HttpAnswer going(Client client, String server, String disk) {
    return client.put(
        "/" + server + "/block_device/" + disk,
        "{\"block_device\":{\"delete_on_termination\":true}}");
  }
}
