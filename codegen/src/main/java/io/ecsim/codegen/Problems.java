package io.ecsim.codegen;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that one build names all of it. */
final class Problems {
  private final String document;
  private final List<String> found = new ArrayList<>();

  Problems(String document) {
    this.document = document;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  void add(String problem, Object... arguments) {
    String text = String.format(problem, arguments);
    if (!found.contains(text)) {
      found.add(text);
    }
  }

  void check() {
    if (!found.isEmpty()) {
      throw new ContractException(document, found);
    }
  }
}
