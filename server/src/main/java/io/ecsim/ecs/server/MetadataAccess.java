package io.ecsim.ecs.server;

/**
 * How a guest reaches its metadata: {@code ecs-schemas.md} 2, {@code metadata_options}.
 *
 * @param endpoint {@code enabled} or {@code disabled}
 * @param tokens {@code optional} or {@code required}
 */
public record MetadataAccess(String endpoint, String tokens) {
  /** What it is where nothing is said. */
  public static final MetadataAccess USUAL = new MetadataAccess("enabled", "optional");

  /** The same, changed in what is not null. */
  public MetadataAccess with(String newEndpoint, String newTokens) {
    return new MetadataAccess(
        newEndpoint == null ? endpoint : newEndpoint, newTokens == null ? tokens : newTokens);
  }
}
