package io.ecsim.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What the generator writes for a document, by path below the output folder. */
record Generated(Map<String, String> files) {

  /** The document that shows everything the generator can do. */
  static String document() {
    try (var in = Generated.class.getResourceAsStream("disks.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Generated from(Path folder, String document) {
    try {
      Path input = Files.writeString(folder.resolve("openapi.yaml"), document);
      Path output = folder.resolve("out");
      var configurator =
          new CodegenConfigurator()
              .setGeneratorName("ecsim")
              .setInputSpec(input.toString())
              .setOutputDir(output.toString())
              .addAdditionalProperty("service", "disks")
              .addAdditionalProperty("resources", output.resolve("resources").toString())
              .addAdditionalProperty("document", output.resolve("disks.json").toString());
      new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
      return new Generated(read(output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String java(String type) {
    return files.get("java/io/ecsim/api/disks/" + type + ".java");
  }

  String schema(String name) {
    return files.get("resources/io/ecsim/api/disks/schemas/" + name + ".json");
  }

  private static Map<String, String> read(Path output) throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(output)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(output.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }
}
