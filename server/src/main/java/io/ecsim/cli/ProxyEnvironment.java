package io.ecsim.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment of programs that ask for hosts of the cloud, as the real Terraform provider does:
 * it makes the double their proxy, so that nothing they ask for leaves the machine.
 */
final class ProxyEnvironment {
  /** Programs differ in which of the two they read, and all may be set already. */
  private static final List<String> PROXIES =
      List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");

  /** Files of certificates to trust: Go, curl, Python, Node, the provider itself. */
  private static final List<String> CERTIFICATES =
      List.of(
          "SSL_CERT_FILE",
          "CURL_CA_BUNDLE",
          "REQUESTS_CA_BUNDLE",
          "NODE_EXTRA_CA_CERTS",
          "OS_CACERT");

  private ProxyEnvironment() {}

  /**
   * The environment for a world of a double.
   *
   * @param certificate the file of the certificate to trust
   * @return the variables; those with null must not be set
   */
  static Map<String, String> of(String url, String world, String region, Path certificate) {
    URI address = URI.create(url);
    // Some clients send no user without a password.
    String user = world.equals("default") ? "" : world + ":x@";
    String proxy = "http://" + user + address.getAuthority();
    String direct = String.join(",", direct(address.getHost()));
    Map<String, String> env = ClientEnvironment.of(url, world, region);
    PROXIES.forEach(name -> env.put(name, proxy));
    env.put("NO_PROXY", direct);
    env.put("no_proxy", direct);
    CERTIFICATES.forEach(name -> env.put(name, certificate.toString()));
    env.put("SKIP_CHECK_WEBSITE_TYPE", "true");
    env.put("HW_CLOUD", null);
    env.put("TF_REATTACH_PROVIDERS", null);
    return env;
  }

  private static Set<String> direct(String host) {
    Set<String> hosts = new LinkedHashSet<>(List.of("127.0.0.1", "localhost", "::1"));
    hosts.add(host);
    return hosts;
  }
}
