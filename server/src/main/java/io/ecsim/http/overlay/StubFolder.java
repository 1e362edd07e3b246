package io.ecsim.http.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that WireMock may do with as it likes: it deletes files when their stub is deleted, so
 * it works on a copy.
 */
final class StubFolder implements AutoCloseable {
  private static final String MAPPINGS = "mappings";

  private final Path copy;

  private StubFolder(Path copy) {
    this.copy = copy;
  }

  static boolean hasMappings(Path folder) {
    try (Stream<Path> files = Files.walk(mappings(folder))) {
      return files.anyMatch(file -> file.toString().endsWith(".json"));
    } catch (IOException | UncheckedIOException e) {
      throw new BadStubs(folder + " is no folder that can be read", e);
    }
  }

  private static Path mappings(Path folder) {
    Path inside = folder.resolve(MAPPINGS);
    return Files.isDirectory(inside) ? inside : folder;
  }

  /** A copy of a folder; an empty one of none. */
  static StubFolder copyOf(Path folder) {
    try {
      Path copy = Files.createTempDirectory("ecsim-stubs");
      Files.createDirectories(copy.resolve(MAPPINGS));
      if (folder != null) {
        boolean whole = !mappings(folder).equals(folder);
        copy(folder, whole ? copy : copy.resolve(MAPPINGS));
      }
      return new StubFolder(copy);
    } catch (IOException | UncheckedIOException e) {
      throw new BadStubs(folder + " could not be copied", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : all(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  String path() {
    return copy.toString();
  }

  @Override
  public void close() {
    try {
      for (Path file : all(copy).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
