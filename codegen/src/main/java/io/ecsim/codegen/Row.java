package io.ecsim.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An operation as a line of the generated operation table. */
record Row(String id, String constant) {
  /** Rows per method: far below the limit of 64 KB of byte code. */
  private static final int PER_METHOD = 100;

  /** Rows that go into one method. */
  record Chunk(int number, List<Row> rows) {}

  static Row of(Operation operation, String service, SchemaFiles files) {
    String fields =
        List.of(
                Names.literal(operation.id()),
                Names.literal(service),
                Names.literal(operation.method()),
                Names.literal(operation.path()),
                operation.successes().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "List.of(", ")")),
                "ErrorForm." + operation.errorForm(),
                Names.literal(operation.invalid()),
                Names.literal(files.body(operation)),
                String.valueOf(operation.bodyRequired()),
                Names.literal(files.query(operation)),
                answers(files.answers(operation)),
                String.valueOf(operation.modelled()),
                operation.aliases().entrySet().stream()
                    .map(e -> entry(Names.literal(e.getKey()), Names.literal(e.getValue())))
                    .collect(Collectors.joining(", ", "Map.ofEntries(", ")")),
                Microversions.literal(operation.microversions()))
            .stream()
            .collect(Collectors.joining(", "));
    return new Row(operation.id(), fields);
  }

  static List<Chunk> chunks(List<Row> rows) {
    var chunks = new ArrayList<Chunk>();
    for (int i = 0; i < rows.size(); i += PER_METHOD) {
      chunks.add(new Chunk(chunks.size(), rows.subList(i, Math.min(rows.size(), i + PER_METHOD))));
    }
    return chunks;
  }

  private static String entry(String key, String value) {
    return "Map.entry(%s, %s)".formatted(key, value);
  }

  private static String answers(Map<Integer, String> answers) {
    return answers.entrySet().stream()
        .map(e -> e.getKey() + ", " + Names.literal(e.getValue()))
        .collect(Collectors.joining(", ", "Map.of(", ")"));
  }
}
