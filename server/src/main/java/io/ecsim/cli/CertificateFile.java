package io.ecsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The certificate of a double in a file, as clients want it. */
final class CertificateFile {
  private static final String PREFIX = "ecsim-ca-";
  private static final String SUFFIX = ".pem";

  private CertificateFile() {}

  /**
   * Writes it where nothing else is.
   *
   * @throws Failure if it cannot be written
   */
  static Path temporary(byte[] pem) {
    try {
      return Files.write(Files.createTempFile(PREFIX, SUFFIX), pem);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * Writes it to the one file of doubles on this port, which it replaces.
   *
   * @throws Failure if it cannot be written
   */
  static Path ofPort(int port, byte[] pem) {
    Path whole = temporary(pem);
    try {
      return Files.move(
          whole,
          whole.resolveSibling(PREFIX + port + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete(whole);
      throw failure(e);
    }
  }

  /** Deletes it, if it is there. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static Failure failure(IOException e) {
    return new Failure(Failure.FAILED, "the certificate cannot be written: " + e);
  }
}
