package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request to make servers may say, and how it is refused: {@code ecs-schemas.md} 2. */
class MakingServersTest {
  private static final String TOKEN = "0a1b2c3d-0000-4000-8000-00000000abcd";

  private final Surroundings cloud = new Surroundings(small());

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private static Inventory small() {
    Inventory usual = Inventory.builtIn(Surroundings.REGION);
    return new Inventory(
        usual.region(),
        usual.zones(),
        usual.account(),
        usual.volumeTypes(),
        usual.flavors(),
        usual.images(),
        usual.network(),
        usual.limits().with(Limit.SERVERS, 5).with(Limit.CORES, 9));
  }

  private Client client() {
    return new Client(ecsim, cloud);
  }

  @Test
  void severalServersAreNumbered() {
    Client client = client();
    HttpAnswer answer = client.create("web", ",\"count\":2");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            Client.each(answer.json().path("serverIds"), "").stream()
                .map(id -> client.server(id).path("name").asText()))
        .containsExactly("web-0000", "web-0001");
    assertThat(
            Client.each(answer.json().path("serverIds"), "").stream()
                .map(id -> client.server(id).path("OS-EXT-SRV-ATTR:launch_index").asInt()))
        .containsExactly(0, 1);
  }

  @Test
  void theOldApiMakesServersToo() {
    Client client = client();
    HttpAnswer answer = client.createV1(client.order("web", ""));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    ecsim.advanceToIdle();
    assertThat(client.status(answer.at("/serverIds/0"))).isEqualTo("Running");
  }

  @Test
  void aDryRunChecksAndMakesNothing() {
    Client client = client();
    String good = client.order("web", "").replaceFirst("\\{", "{\"dry_run\":true,");
    var before = client.state();
    assertThat(client.createV1(good).status()).isEqualTo(202);
    assertThat(client.state()).isEqualTo(before);
    assertThat(client.createV1(good.replace("c6.large.2", "x9.huge")).at("/error/code"))
        .isEqualTo("Ecs.0029");
  }

  @Test
  void aTokenMakesServersOnce() {
    Client client = client();
    HttpAnswer first = client.create("web", "", "X-Client-Token", TOKEN);
    HttpAnswer again = client.create("web", "", "X-Client-Token", TOKEN);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.state().everywhere("server")).hasSize(1);
    assertThat(client.create("other", "", "X-Client-Token", TOKEN).at("/error/code"))
        .isEqualTo("Ecs.0122");
    assertThat(client.create("web", "", "X-Client-Token", "once").at("/error/code"))
        .isEqualTo("Ecs.0123");
    ecsim.advance(Duration.ofHours(9));
    assertThat(client.create("web", "", "X-Client-Token", TOKEN).at("/error/code"))
        .isEqualTo("Ecs.0124");
  }

  @Test
  void aRefusedRequestDoesNotUseUpItsToken() {
    Client client = client();
    assertThat(client.create("web", ",\"key_name\":\"none\"", "X-Client-Token", TOKEN).status())
        .isEqualTo(400);
    assertThat(client.create("web", "", "X-Client-Token", TOKEN).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "flavorRef":"x9.huge"                                             | 400 | Ecs.0029
          "imageRef":"00000000-0000-4000-8000-00000000ffff"                 | 400 | Ecs.0031
          "vpcid":"00000000-0000-4000-8000-00000000ffff"                    | 400 | Ecs.0014
          "availability_zone":"mars-1a"                                     | 400 | Ecs.0005
          "nics":[{"subnet_id":"00000000-0000-4000-8000-00000000ffff"}]     | 400 | Ecs.0038
          "nics":[{"subnet_id":"SUBNET","ip_address":"10.99.0.1"}]          | 400 | Ecs.0039
          "nics":[{"subnet_id":"SUBNET"},{"subnet_id":"SUBNET"},{"subnet_id":"SUBNET"}] | 400 | Ecs.0050
          "nics":[]                                                         | 400 | Ecs.0050
          "nics":[{"subnet_id":"SUBNET","port_id":"p"}]                     | 400 | Ecs.0005
          "security_groups":[{"id":"none"}]                                 | 400 | Ecs.0014
          "key_name":"none"                                                 | 400 | Ecs.0314
          "adminPass":"alllowercase"                                        | 400 | Ecs.0011
          "adminPass":"Short1!"                                             | 400 | Ecs.0011
          "adminPass":"Aroot12345!"                                         | 400 | Ecs.0011
          "user_data":"%%%"                                                 | 400 | Ecs.0005
          "description":"<b>"                                               | 400 | Ecs.0041
          "name":"a b"                                                      | 400 | Ecs.0915
          "name":""                                                         | 400 | Ecs.0914
          "name":"NAME60","count":2                                         | 400 | Ecs.0914
          "count":501                                                       | 400 | Ecs.0913
          "count":0                                                         | 400 | Ecs.0913
          "count":6                                                         | 400 | Ecs.0001
          "count":5                                                         | 400 | Ecs.0001
          "server_tags":[{"key":"a","value":"b"},{"key":"a","value":"c"}]   | 400 | Ecs.0908
          "server_tags":[{"key":"a=b","value":""}]                          | 400 | Ecs.0907
          "server_tags":[{"key":"","value":""}]                             | 400 | Ecs.0906
          "root_volume":{"volumetype":"TAPE"}                               | 400 | Ecs.0043
          "root_volume":{"volumetype":"SAS","size":20}                      | 400 | Ecs.0005
          "root_volume":{"volumetype":"ESSD2"}                              | 400 | Ecs.0005
          "data_volumes":[{"volumetype":"SAS","size":9}]                    | 400 | Ecs.0005
          "data_volumes":[DISKS24]                                          | 400 | Ecs.0042
          "auto_terminate_time":"tomorrow"                                  | 400 | Ecs.0082
          "publicip":{"id":"00000000-0000-4000-8000-00000000ffff"}          | 400 | Ecs.0005
          "metadata":{"a b":"c"}                                            | 400 | Ecs.0005
          """)
  void whatCannotBeHadIsRefusedAndChangesNothing(String member, int status, String code) {
    Client client = client();
    String more =
        ","
            + member
                .strip()
                .replace("SUBNET", client.subnet())
                .replace("NAME60", "n".repeat(60))
                .replace(
                    "DISKS24",
                    String.join(
                        ",",
                        java.util.Collections.nCopies(24, "{\"volumetype\":\"SAS\",\"size\":10}")));
    var before = client.state();
    HttpAnswer answer = client.create("web", more);
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void aFixedAddressIsTakenOnce() {
    Client client = client();
    String nic =
        ",\"nics\":[{\"subnet_id\":\"%s\",\"ip_address\":\"192.168.0.77\"}]"
            .formatted(client.subnet());
    String server = client.running("a", nic);
    JsonNode addresses = client.server(server).path("addresses").path(client.vpc());
    assertThat(addresses.at("/0/addr").asText()).isEqualTo("192.168.0.77");
    assertThat(client.create("b", nic).at("/error/code")).isEqualTo("Ecs.0010");
  }

  @Test
  void theSystemDiskIsAsLargeAsTheImageUnlessSaid() {
    Client client = client();
    String usual = client.running("a");
    String large = client.running("b", ",\"root_volume\":{\"volumetype\":\"SSD\",\"size\":100}");
    assertThat(client.get("/" + usual + "/block_device").at("/volumeAttachments/0/size"))
        .isEqualTo("40");
    assertThat(client.get("/" + large + "/block_device").at("/volumeAttachments/0/size"))
        .isEqualTo("100");
  }

  @Test
  void disksOfARequestAreNamedAfterTheirServer() {
    Client client = client();
    client.running("web", ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");
    assertThat(client.state().everywhere("volume").map(disk -> disk.spec().name()))
        .containsExactly("web-volume-0000", "web-volume-0001");
  }

  @Test
  void aDuplicateNameIsRefusedOnlyIfThatIsAskedFor() {
    Client client = client();
    client.running("web-0000");
    assertThat(client.create("web", ",\"count\":2,\"isAutoRename\":false").status()).isEqualTo(400);
    assertThat(client.create("web", ",\"count\":2").status()).isEqualTo(200);
  }

  @Test
  void withoutAZoneOneIsChosenThatSellsTheFlavor() {
    Client client = client();
    String body = client.order("web", "").replaceAll("\"availability_zone\":\"[^\"]*\",", "");
    String server = client.createV1(body).at("/serverIds/0");
    assertThat(client.server(server).path("OS-EXT-AZ:availability_zone").asText())
        .isIn(List.copyOf(cloud.inventory.zones()));
  }

  @Test
  void whatIsSoldOutIsRefused() {
    Client client = client();
    var soldOut =
        cloud.inventory.flavors().stream()
            .filter(f -> f.sale().values().stream().anyMatch(sale -> !sale.sold()))
            .findFirst()
            .orElseThrow();
    String zone =
        soldOut.sale().entrySet().stream()
            .filter(entry -> !entry.getValue().sold())
            .findFirst()
            .orElseThrow()
            .getKey();
    HttpAnswer answer =
        client.create(
            "web",
            ",\"flavorRef\":\"%s\",\"availability_zone\":\"%s\"".formatted(soldOut.id(), zone));
    assertThat(answer.at("/error/code")).isIn("Ecs.0018", "Ecs.0019");
  }

  @Test
  void aServerIsDeletedAtItsTime() {
    Client client = client();
    String kept = client.running("a", ",\"auto_terminate_time\":\"2026-01-02T00:00:00Z\"");
    String gone = client.running("b", ",\"auto_terminate_time\":\"2026-01-02T00:00:00Z\"");
    String past = client.running("c", ",\"auto_terminate_time\":\"2025-10-01T00:00:00Z\"");
    HttpAnswer cancelled =
        client.post(
            "/" + kept + "/actions/update-auto-terminate-time", "{\"auto_terminate_time\":\"\"}");
    assertThat(cancelled.status()).isEqualTo(204);
    assertThat(client.server(kept).path("auto_terminate_time").asText()).isEmpty();

    ecsim.advance(Duration.ofHours(25));
    assertThat(client.status(gone)).isEqualTo("gone");
    assertThat(client.status(kept)).isEqualTo("Running");
    assertThat(client.status(past)).isEqualTo("Running");
    assertThat(client.server(past).path("auto_terminate_time").asText())
        .isEqualTo("2025-10-01T00:00:00Z");
  }

  @Test
  void sameRequestsGiveTheSameIdsInAnyOrder() {
    Client one = new Client(ecsim, cloud, "one");
    Client two = new Client(ecsim, cloud, "two");
    String a = one.create("a", "").at("/serverIds/0");
    String b = one.create("b", "").at("/serverIds/0");
    assertThat(two.create("b", "").at("/serverIds/0")).isEqualTo(b);
    assertThat(two.create("a", "").at("/serverIds/0")).isEqualTo(a);
  }
}
