package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import java.util.Base64;

/**
 * What an update may change.
 *
 * @param name the server's name
 * @param hostname what the guest calls itself from its next start on
 * @param description a text, or null
 * @param userData what cloud-init is given, base64, or null
 */
public record Texts(String name, String hostname, String description, String userData) {
  /** The server as these texts make it. */
  Server on(Server server) {
    return server.with(
        draft -> {
          draft.name = name;
          draft.hostname = hostname;
          draft.description = description;
          draft.login = draft.login.withUserData(userData);
        });
  }

  /**
   * Refuses what cannot be a description.
   *
   * @throws ApiError {@code Ecs.0041}
   */
  public static void checkDescription(String description) {
    if (description != null && (description.contains("<") || description.contains(">"))) {
      throw new ApiError(
          "Ecs.0041", "description '%s' may not contain < or >.".formatted(description));
    }
  }

  /**
   * Refuses what is not base64.
   *
   * @throws ApiError {@code Ecs.0005}
   */
  public static void checkUserData(String userData) {
    try {
      Base64.getDecoder().decode(userData == null ? "" : userData.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new ApiError("Ecs.0005", "user_data is not base64.");
    }
  }
}
