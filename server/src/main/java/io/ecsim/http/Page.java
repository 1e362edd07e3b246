package io.ecsim.http;

import java.util.function.Supplier;

/**
 * Something that is served as it is, without world or contract.
 *
 * @param path where: {@code /openapi.json}
 * @param type its media type
 * @param bytes what, made when it is asked for
 */
public record Page(String path, String type, Supplier<byte[]> bytes) {}
