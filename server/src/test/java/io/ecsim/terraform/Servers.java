package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests of servers have in common: where they are, and the least that one needs. */
final class Servers {
  static final String PROJECT = "0ec5a000000000000000000000000001";

  private final WholeDouble cloud;

  Servers(WholeDouble cloud) {
    this.cloud = cloud;
  }

  /** The least that a server needs, and these arguments instead or besides; null takes one away. */
  Object[] config(Object... more) {
    Map<String, Object> config =
        block(
            "name", "web",
            "image_id", cloud.image(),
            "flavor_id", "s3.large.2",
            "availability_zone", "cn-north-4a",
            "system_disk_type", "SAS",
            "network", List.of(card()));
    config.putAll(block(more));
    return arguments(config);
  }

  /** The arguments in turn, as the harness takes them. */
  static Object[] arguments(Map<String, Object> config) {
    return config.entrySet().stream()
        .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
        .toArray();
  }

  /** A network card in the default subnet, with these arguments besides. */
  Map<String, Object> card(Object... more) {
    Map<String, Object> card = block("uuid", cloud.subnet(PROJECT));
    card.putAll(block(more));
    return card;
  }

  /** A server as the cloud shows it. */
  HttpAnswer get(String id) {
    return cloud.http().get("/ecs/v1/" + PROJECT + "/cloudservers/" + id);
  }

  /** Another subnet in the default VPC. */
  String anotherSubnet() {
    String body =
        """
        {"subnet": {"name": "other", "cidr": "192.168.77.0/24", "gateway_ip": "192.168.77.1",
          "vpc_id": "%s"}}"""
            .formatted(cloud.vpc(PROJECT));
    String id = cloud.http().post("/vpc/v1/" + PROJECT + "/subnets", body).at("/subnet/id");
    cloud.idle();
    return id;
  }

  /** A new security group. */
  String securityGroup(String name) {
    return cloud
        .http()
        .post(
            "/vpc/v1/" + PROJECT + "/security-groups",
            "{\"security_group\": {\"name\": \"" + name + "\"}}")
        .at("/security_group/id");
  }

  /** A new disk. */
  String disk(String name) {
    String body =
        """
        {"volume": {"name": "%s", "availability_zone": "cn-north-4a", "volume_type": "SAS",
          "size": 10, "metadata": {"create_for_volume_id": "true"}}}"""
            .formatted(name);
    String id =
        cloud.http().post("/evs/v2.1/" + PROJECT + "/cloudvolumes", body).at("/volume_ids/0");
    cloud.idle();
    return id;
  }
}
