package io.ecsim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Docs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What lies in docs/ is what the tables say now. */
class TheDocumentationTellsTheTablesTest {
  private static final Path FOLDER = Path.of("..", "docs");

  @TestFactory
  Iterable<DynamicTest> each_page_is_up_to_date() {
    return Docs.pages().entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check(page)))
        .toList();
  }

  private static void check(Map.Entry<String, String> page) {
    assertThat(FOLDER.resolve(page.getKey()))
        .as("out of date; write it with docs/write")
        .content()
        .isEqualTo(page.getValue());
  }
}
