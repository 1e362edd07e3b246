package io.ecsim.sim;

import java.util.List;

/**
 * What an idempotency token has led to. An expired one stays known, for the cloud answers it with a
 * code of its own.
 *
 * @param fingerprint a digest of the request it came with
 * @param job the job it started, or null
 * @param made the ids it made
 * @param at when, in milliseconds of world time
 */
public record Token(String fingerprint, String job, List<String> made, long at) {}
