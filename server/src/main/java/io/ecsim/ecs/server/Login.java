package io.ecsim.ecs.server;

/**
 * How one gets into a server.
 *
 * @param keyName the key pair's name, or null
 * @param password whether a password was set
 * @param userData what cloud-init is given, base64, or null
 */
public record Login(String keyName, boolean password, String userData) {
  Login withPassword() {
    return new Login(keyName, true, userData);
  }

  Login withKeyName(String newKeyName) {
    return new Login(newKeyName, password, userData);
  }

  /** The same with other user data. */
  public Login withUserData(String newUserData) {
    return new Login(keyName, password, newUserData);
  }
}
