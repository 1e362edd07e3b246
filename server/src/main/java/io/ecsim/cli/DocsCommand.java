package io.ecsim.cli;

import io.ecsim.Docs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the pages of the documentation that are derived from the tables. */
@Command(
    name = "docs",
    hidden = true,
    description = "Writes the pages that are derived from the tables.")
final class DocsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Where to.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    for (Map.Entry<String, String> page : Docs.pages().entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
    return 0;
  }
}
