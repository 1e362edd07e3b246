package io.ecsim.pack;

/** What whoever identifies a request asks of tokens. IAM, which issues them, implements it. */
@FunctionalInterface
public interface Tokens {
  /** No token is known. */
  Tokens NONE = token -> null;

  /**
   * Whom a token stands for; every member may be null.
   *
   * @param world the world it was issued in
   * @param user the name of the user, without the {@code @world} part
   * @param domain the domain's id
   * @param project the id of the project it is scoped to
   */
  record Bearer(String world, String user, String domain, String project) {}

  /** Whom this token ({@code X-Auth-Token}) stands for, or null if nobody issued it. */
  Bearer find(String token);
}
