package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.WholeDouble;
import java.util.Map;

/** What tests of networks have in common: the ways to the cloud without Terraform. */
final class Networking {
  private static final String V1 = "/vpc/v1/" + Servers.PROJECT;
  private static final String V2 = "/vpc/v2.0/" + Servers.PROJECT;
  private static final String V3 = "/vpc/v3/" + Servers.PROJECT;

  private final WholeDouble cloud;

  Networking(WholeDouble cloud) {
    this.cloud = cloud;
  }

  /** These arguments, and others instead or besides; null takes one away. */
  static Object[] with(Map<String, Object> least, Object... more) {
    least.putAll(block(more));
    return Servers.arguments(least);
  }

  /** What the older API says at this path. */
  JsonNode older(String path) {
    return cloud.http().get(V1 + path).json();
  }

  /** What the newer API says at this path. */
  JsonNode newer(String path) {
    return cloud.http().get(V3 + path).json();
  }

  /** Whether the older API finds something at this path. */
  boolean isThere(String path) {
    return cloud.http().get(V1 + path).status() == 200;
  }

  /** The tags of this object, as the cloud writes them. */
  String tags(String path) {
    return cloud.http().get(V2 + path + "/tags").text();
  }

  /** Deletes behind Terraform's back. */
  void delete(String path) {
    cloud.http().delete(V1 + path);
  }

  /** Changes behind Terraform's back. */
  void put(String path, String json) {
    cloud.http().put(V1 + path, json);
  }

  /** Changes behind Terraform's back, by the newer API. */
  void putNewer(String path, String json) {
    cloud.http().put(V3 + path, json);
  }

  /** A port in the default subnet; its id. */
  String port() {
    String json = "{\"port\":{\"network_id\":\"" + cloud.subnet(Servers.PROJECT) + "\"}}";
    return cloud.http().post(V1 + "/ports", json).at("/port/id");
  }
}
