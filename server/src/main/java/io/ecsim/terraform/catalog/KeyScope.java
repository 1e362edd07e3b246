package io.ecsim.terraform.catalog;

/** Who may use a key pair. */
final class KeyScope {
  private KeyScope() {}

  /** As the cloud calls it. */
  static String inTheCloud(String scope) {
    return "account".equals(scope) ? "domain" : scope;
  }

  /** As configurations call it. */
  static String inTheTable(String scope) {
    return "domain".equals(scope) ? "account" : scope;
  }
}
