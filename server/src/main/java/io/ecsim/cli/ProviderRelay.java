package io.ecsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/**
 * An executable that Terraform takes for the provider, in a folder laid out as it looks for them.
 *
 * @param url the double that it hands over to
 * @param version what it says it is: {@code 1.99.0}
 * @param platform the machines that it is for: {@code linux_amd64}
 */
record ProviderRelay(String url, String version, String platform) {
  /** Where Terraform and where OpenTofu look for what a configuration just calls by its name. */
  private static final List<String> HOSTS =
      List.of("registry.terraform.io", "registry.opentofu.org");

  private static final String NAME = "huaweicloud";

  /**
   * Writes it, over what may be there.
   *
   * @throws Failure if that cannot be done
   */
  void install(Path folder) {
    for (String host : HOSTS) {
      Path place = folder.resolve(Path.of(host, NAME, NAME, version, platform));
      Path file = place.resolve("terraform-provider-" + NAME + "_v" + version);
      try {
        Files.createDirectories(place);
        Files.writeString(file, text());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      } catch (IOException e) {
        throw new Failure(Failure.FAILED, "the provider cannot be written: " + e);
      }
    }
  }

  private String text() {
    try (InputStream in = ProviderRelay.class.getResourceAsStream("relay.sh")) {
      byte[] bytes = Objects.requireNonNull(in, "relay.sh").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("@URL@", url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
