package io.ecsim.inventory;

import java.util.List;

/**
 * Whose cloud it is. Any credential is taken; where none names a project or domain, it is these.
 *
 * @param domainId the account's id
 * @param domainName the account's name
 * @param projectId the project of the region
 * @param userId the user's id
 * @param userName the user's name
 * @param roles the beta and private offers it may use: {@code op_gate_…} tags
 */
public record Account(
    String domainId,
    String domainName,
    String projectId,
    String userId,
    String userName,
    List<String> roles) {

  /** The account of the built-in inventory: its ids can be guessed. */
  public static final Account BUILT_IN =
      new Account(
          "0ec5d000000000000000000000000001",
          "ecsim",
          "0ec5a000000000000000000000000001",
          "0ec5b000000000000000000000000001",
          "ecsim",
          List.of());

  /** Makes the list immutable. */
  public Account {
    roles = List.copyOf(roles);
  }
}
