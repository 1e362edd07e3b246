package io.ecsim.http.who;

import io.ecsim.api.Identity;

/**
 * Who sends a request.
 *
 * @param world the name of the world it speaks to
 * @param identity user, domain and token
 * @param project the project that header or token names, or null
 */
public record Caller(String world, Identity identity, String project) {}
