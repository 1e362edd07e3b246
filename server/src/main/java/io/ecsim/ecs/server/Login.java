package io.ecsim.ecs.server;

/**
 * How one gets into a server.
 *
 * @param keyName the key pair's name, or null
 * @param password whether a password was set
 * @param userData what cloud-init is given, base64, or null
 * @param forgotten whether the password that Windows made at first has been cleared
 */
public record Login(String keyName, boolean password, String userData, boolean forgotten) {
  /** How one gets into a new server. */
  public Login(String keyName, boolean password, String userData) {
    this(keyName, password, userData, false);
  }

  Login withPassword() {
    return new Login(keyName, true, userData, forgotten);
  }

  Login withKeyName(String newKeyName) {
    return new Login(newKeyName, password, userData, forgotten);
  }

  public Login withUserData(String newUserData) {
    return new Login(keyName, password, newUserData, forgotten);
  }

  Login withoutFirstPassword() {
    return new Login(keyName, password, userData, true);
  }
}
