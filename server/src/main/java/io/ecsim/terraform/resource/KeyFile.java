package io.ecsim.terraform.resource;

import io.ecsim.terraform.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of a private key, on the machine that the double runs on. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * Writes a private key, for the eyes of its owner only: a new file may be written by them again,
   * a file that was there before is read-only afterwards, as the vendor's provider leaves it.
   *
   * @throws Problem if it cannot be written
   */
  public static void write(String file, String privateKey) {
    try {
      Path path = Path.of(file);
      boolean old = Files.exists(path);
      if (!old) {
        Files.createFile(path);
      }
      permit(path, "rw-------");
      Files.write(
          path,
          privateKey.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      if (old) {
        permit(path, "r--------");
      }
    } catch (IOException | InvalidPathException | SecurityException e) {
      throw Problem.error(
              "unable to generate private key: " + e.getMessage(),
              "key_file: " + file + "\nIt is written by the double, in the directory it runs in.")
          .at(io.ecsim.terraform.problem.Path.of("key_file"))
          .because(e);
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
