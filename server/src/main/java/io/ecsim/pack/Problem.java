package io.ecsim.pack;

import io.ecsim.api.ApiError;

/**
 * Why a neighbour cannot give what was asked for.
 *
 * @param code the neighbour's vendor code
 * @param message what is wrong, naming field and value
 */
public record Problem(String code, String message) {
  /**
   * The problem as an error with the asker's own code, or the neighbour's if {@code own} is null.
   */
  public ApiError as(String own) {
    return new ApiError(own == null ? code : own, message);
  }

  /**
   * Refuses what has a problem, in the neighbour's code.
   *
   * @param problem what is wrong, or null if nothing is
   * @throws ApiError if anything is wrong
   */
  public static void refuse(Problem problem) {
    if (problem != null) {
      throw problem.as(null);
    }
  }
}
