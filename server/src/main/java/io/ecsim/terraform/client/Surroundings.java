package io.ecsim.terraform.client;

import java.util.function.Supplier;

/**
 * Where the provider runs. An attached provider sees the double's environment, not Terraform's.
 *
 * @param url where the cloud is; asked for on first use
 * @param region the cloud's region
 * @param world the world of those who name none
 * @param accessKey the access key of those who have none
 */
public record Surroundings(Supplier<String> url, String region, String world, String accessKey) {
  /** The same, but for those who name no world: they mean this one. */
  public Surroundings in(String otherWorld) {
    return new Surroundings(url, region, otherWorld, accessKey);
  }
}
