package io.ecsim.cli;

import io.ecsim.inventory.Account;
import io.ecsim.terraform.Attachment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The environment that points clients at a double. Any secret will do; no address leaves here. */
final class ClientEnvironment {
  private static final String SECRET = "any-secret-will-do";

  /** Services whose endpoint the SDKs read from the environment, each below its path prefix. */
  private static final List<String> SERVICES =
      List.of("ecs", "evs", "cbr", "vpc", "eip", "ims", "iam", "kms", "bss");

  private ClientEnvironment() {}

  /**
   * For Terraform too: the double is its provider.
   *
   * @param port where Terraform comes to this world
   * @param pid the double's process
   */
  static Map<String, String> of(String url, int port, long pid, String world, String region) {
    Map<String, String> env = of(url, world, region);
    String address = URI.create(url).getHost() + ":" + port;
    env.put(Attachment.VARIABLE, Attachment.value(address, pid));
    return env;
  }

  static Map<String, String> of(String url, String world, String region) {
    Account account = Account.BUILT_IN;
    String at = world.equals("default") ? "" : "@" + world;
    Map<String, String> env = new LinkedHashMap<>();
    env.put("ECSIM_URL", url);
    env.put("HW_REGION_NAME", region);
    env.put("HW_ACCESS_KEY", "ecsim" + at);
    env.put("HW_SECRET_KEY", SECRET);
    env.put("HW_PROJECT_ID", account.projectId());
    env.put("HW_DOMAIN_ID", account.domainId());
    // No such domain exists: what is not pointed at the double cannot reach the real cloud.
    env.put("HW_CLOUD", "ecsim.invalid");
    env.put("OS_AUTH_URL", url + "/iam/v3");
    env.put("OS_IDENTITY_API_VERSION", "3");
    env.put("OS_USERNAME", account.userName() + at);
    env.put("OS_PASSWORD", SECRET);
    env.put("OS_PROJECT_NAME", region);
    env.put("OS_USER_DOMAIN_NAME", account.domainName());
    env.put("OS_PROJECT_DOMAIN_NAME", account.domainName());
    env.put("OS_REGION_NAME", region);
    env.put("HUAWEICLOUD_SDK_AK", "ecsim" + at);
    env.put("HUAWEICLOUD_SDK_SK", SECRET);
    env.put("HUAWEICLOUD_SDK_PROJECT_ID", account.projectId());
    env.put("HUAWEICLOUD_SDK_DOMAIN_ID", account.domainId());
    for (String service : SERVICES) {
      env.put(regionOf(service, region), url + "/" + service);
    }
    return env;
  }

  private static String regionOf(String service, String region) {
    String name = "HUAWEICLOUD_SDK_REGION_" + service + "_" + region;
    return name.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
