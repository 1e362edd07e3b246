package io.ecsim.iam;

import io.ecsim.inventory.Account;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Ids;

/** Ids of names and names of ids. The account's own are given; all others follow from the name. */
record Directory(Inventory inventory) {

  private Account account() {
    return inventory.account();
  }

  /** The id of the project with this name; the region's name is the usual project's. */
  String projectId(String name) {
    return name.equals(inventory.region()) ? account().projectId() : Ids.hex("project", name);
  }

  /** The name of a project; one that was only ever named by its id is called so. */
  String projectName(String id) {
    return id.equals(account().projectId()) ? inventory.region() : id;
  }

  /** The domain with this id or name; the account's if both are null. */
  Named domain(String id, String name) {
    return named("domain", id, name, new Named(account().domainId(), account().domainName()));
  }

  /** The user with this id or name; the account's if both are null. */
  Named user(String id, String name) {
    return named("user", id, name, new Named(account().userId(), account().userName()));
  }

  private static Named named(String kind, String id, String name, Named own) {
    boolean isOwn = id == null ? name == null || name.equals(own.name()) : id.equals(own.id());
    if (isOwn) {
      return own;
    }
    return new Named(id == null ? Ids.hex(kind, name) : id, name == null ? id : name);
  }

  /** An id and the name that goes with it. */
  record Named(String id, String name) {}
}
