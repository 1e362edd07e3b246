package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes what is not Java. A file that would not change is left alone, one too many is deleted. */
final class Writer {
  private Writer() {}

  /** The schema documents of a service, below its package. */
  static void schemas(Path resources, String service, Map<String, String> texts) {
    Path folder = resources.resolve(Path.of("io", "ecsim", "api", service, "schemas"));
    var files = new TreeMap<Path, String>();
    texts.forEach((name, text) -> files.put(folder.resolve(name + ".json"), text));
    try {
      Files.createDirectories(folder);
      keepOnly(folder, files.keySet());
      for (var file : files.entrySet()) {
        write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes files of earlier runs that would not be written again: they might no longer compile.
   */
  static void keepOnly(Path folder, Set<Path> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> old = Files.list(folder)) {
      for (Path file : old.filter(Files::isRegularFile).filter(f -> !files.contains(f)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole document, for {@link Bundle}. */
  static void document(Path file, JsonNode root) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      write(file, root.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }
}
