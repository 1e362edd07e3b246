package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shared disk is attached to several servers, and detached, by one request. */
class OneDiskOfSeveralServersTest {
  private static final String BASE = "/ecs/v1/" + Ecsim.PROJECT + "/batchaction/";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer attach(String disk, String... servers) {
    return client.send(
        "POST",
        BASE + "attachvolumes/" + disk,
        "{\"serverinfo\":[%s]}"
            .formatted(
                String.join(
                    ",",
                    List.of(servers).stream().map("{\"server_id\":\"%s\"}"::formatted).toList())));
  }

  private HttpAnswer detach(String disk, String... servers) {
    return client.send(
        "POST",
        BASE + "detachvolumes/" + disk,
        "{\"serverinfo\":[\"%s\"]}".formatted(String.join("\",\"", servers)));
  }

  private List<String> disksOf(String server) {
    return Client.each(
        client.get("/" + server + "/os-volume_attachments").json().path("volumeAttachments"),
        "/volumeId");
  }

  @Test
  void a_shared_disk_comes_to_all_of_them_and_leaves_them() {
    String a = client.running("a");
    String b = client.running("b");
    String disk = client.disk(",\"multiattach\":true");

    String job = attach(disk, a, b).at("/job_id");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("batchAttachVolume");
    assertThat(Client.each(client.job(job).at("/entities/sub_jobs"), "/entities/server_id"))
        .containsExactly(a, b);
    client.world().advanceToIdle();
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(disksOf(a)).contains(disk);
    assertThat(disksOf(b)).contains(disk);

    String back = detach(disk, a, b).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(back).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(disksOf(a)).doesNotContain(disk);
    assertThat(disksOf(b)).doesNotContain(disk);
  }

  @Test
  void each_server_says_how_it_went_with_it() {
    String a = client.running("a");
    String b = client.running("b");
    String disk = client.disk();

    JsonNode job = client.job(attach(disk, a, b).at("/job_id"));
    client.world().advanceToIdle();
    job = client.job(job.path("job_id").asText());
    assertThat(job.path("status").asText()).isEqualTo("FAIL");
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/status"))
        .containsExactly("SUCCESS", "FAIL");
    assertThat(disksOf(a)).contains(disk);
    assertThat(disksOf(b)).doesNotContain(disk);
  }

  @Test
  void one_server_alone_is_refused_at_once_and_so_is_an_unknown_one() {
    String a = client.running("a");
    String disk = client.disk();

    assertThat(detach(disk, a).at("/error/code")).isEqualTo("Ecs.0111");
    assertThat(attach("nothing", a).at("/error/code")).isEqualTo("Ecs.0017");
    HttpAnswer unknown = attach(disk, a, "nobody");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/error/code")).isEqualTo("Ecs.0114");
    client.world().advanceToIdle();
    assertThat(disksOf(a)).doesNotContain(disk);
  }
}
