package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the Terraform provider needs of a server: {@code terraform-huaweicloud.md} 2.0, 2.1. */
class WhatTheProviderReadsTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client;
  private JsonNode server;

  @BeforeEach
  void read() {
    client = new Client(ecsim, cloud);
    String id =
        client.running(
            "web",
            ",\"flavorRef\":\"c6.xlarge.2\","
                + "\"nics\":[{\"subnet_id\":\"SUBNET\"},{\"subnet_id\":\"SUBNET\"}],"
                    .replace("SUBNET", client.subnet())
                + "\"root_volume\":{\"volumetype\":\"SSD\",\"hw:passthrough\":false},"
                + "\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10},"
                + "{\"volumetype\":\"SSD\",\"size\":20,\"delete_on_termination\":true}],"
                + "\"server_tags\":[{\"key\":\"b\",\"value\":\"2\"},{\"key\":\"a\",\"value\":\"1\"}],"
                + "\"metadata\":{\"agency_name\":\"agent\",\"__support_agent_list\":\"hss\"},"
                + "\"os:scheduler_hints\":{\"tenancy\":\"shared\"},"
                + "\"description\":\"a server\",\"user_data\":\"\"");
    server = client.server(id);
  }

  @Test
  void addressesAreKeyedByTheVpcThatTheMetadataNames() {
    String vpc = server.at("/metadata/vpc_id").asText();
    assertThat(vpc).isEqualTo(client.vpc());
    JsonNode list = server.path("addresses").path(vpc);
    assertThat(list).hasSize(2);
    assertThat(list.at("/0/primary").asBoolean()).isTrue();
    assertThat(list.at("/1/primary").asBoolean()).isFalse();
    assertThat(list.at("/0/version").isTextual()).isTrue();
    assertThat(list.at("/0/OS-EXT-IPS:type").asText()).isEqualTo("fixed");
    assertThat(list.at("/0/OS-EXT-IPS-MAC:mac_addr").asText())
        .matches("([0-9a-f]{2}:){5}[0-9a-f]{2}");
    assertThat(list.at("/0/OS-EXT-IPS:port_id").asText())
        .isEqualTo(
            client
                .get("/" + server.path("id").asText() + "/os-interface")
                .at("/interfaceAttachments/0/port_id"));
  }

  @Test
  void disksComeInTheOrderOfTheRequest() {
    JsonNode disks = server.path("os-extended-volumes:volumes_attached");
    assertThat(Client.each(disks, "/bootIndex")).containsExactly("0", "-1", "-1");
    assertThat(Client.each(disks, "/device")).containsExactly("/dev/vda", "/dev/vdb", "/dev/vdc");
    assertThat(Client.each(disks, "/delete_on_termination"))
        .containsExactly("true", "false", "true");
    assertThat(disks.at("/0/bootIndex").isTextual()).isTrue();
    assertThat(disks.at("/0/delete_on_termination").isTextual()).isTrue();
  }

  @Test
  void eachDiskIsAlsoWithTheDiskService() {
    for (JsonNode disk : server.path("os-extended-volumes:volumes_attached")) {
      String path = "/evs/v2/" + Ecsim.PROJECT + "/cloudvolumes/" + disk.path("id").asText();
      JsonNode volume = client.send("GET", path, null).json().path("volume");
      assertThat(volume.path("status").asText()).isEqualTo("in-use");
      assertThat(volume.at("/attachments/0/server_id").asText())
          .isEqualTo(server.path("id").asText());
      assertThat(volume.at("/attachments/0/device").asText())
          .isEqualTo(disk.path("device").asText());
    }
  }

  @Test
  void numbersOfTheFlavorAreTexts() {
    JsonNode flavor = server.path("flavor");
    assertThat(flavor.path("id").asText()).isEqualTo("c6.xlarge.2");
    assertThat(flavor.path("vcpus").isTextual()).isTrue();
    assertThat(flavor.path("ram").isTextual()).isTrue();
    assertThat(flavor.path("disk").asText()).isEqualTo("0");
  }

  @Test
  void timesAreRfc3339() {
    assertThat(OffsetDateTime.parse(server.path("created").asText())).isNotNull();
    assertThat(OffsetDateTime.parse(server.path("updated").asText())).isNotNull();
  }

  @Test
  void theRestIsThereInTheTypesThatItTakes() {
    assertThat(server.at("/metadata/charging_mode").asText()).isEqualTo("0");
    assertThat(server.at("/metadata/agency_name").asText()).isEqualTo("agent");
    assertThat(server.at("/metadata/__support_agent_list").asText()).isEqualTo("hss");
    assertThat(server.path("metadata")).allMatch(JsonNode::isTextual);
    assertThat(Client.each(server.path("tags"), "")).containsExactly("b=2", "a=1");
    assertThat(server.at("/os:scheduler_hints/tenancy/0").asText()).isEqualTo("shared");
    assertThat(server.at("/os:scheduler_hints/group").isMissingNode()).isTrue();
    assertThat(server.path("enterprise_project_id").asText()).isEqualTo("0");
    assertThat(server.path("auto_terminate_time").asText()).isEmpty();
    assertThat(server.path("auto_terminate_time").isTextual()).isTrue();
    assertThat(server.path("key_name").isNull()).isTrue();
    assertThat(server.path("fault").isNull()).isTrue();
    assertThat(server.path("description").asText()).isEqualTo("a server");
    assertThat(server.at("/image/id").asText()).isEqualTo(cloud.image());
    assertThat(server.at("/security_groups/0/name").asText()).isEqualTo("default");
    assertThat(server.path("OS-EXT-SRV-ATTR:user_data").isNull()).isTrue();
  }
}
