package io.ecsim.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that must not become code. Each is the good one with one fault. */
class RefusedContractTest {
  @TempDir Path folder;

  @Test
  void aDanglingReference() {
    refused(
            "items: {$ref: '#/components/schemas/Disk'}",
            "items: {$ref: '#/components/schemas/Disc'}")
        .hasMessageContaining("Disc");
  }

  /** The parser lets some of these through with a warning. */
  @Test
  void aDanglingReferenceThatTheParserLeft() throws IOException {
    JsonNode root =
        new ObjectMapper()
            .readTree(
                "{\"components\":{\"responses\":{\"E\":{\"schema\":{\"$ref\":\"#/Body\"}}}}}");
    assertThatThrownBy(() -> new Contract("disks", root))
        .isInstanceOf(ContractException.class)
        .hasMessage("disks: #/Body is not defined");
  }

  @Test
  void twoMembersWithOneName() {
    refused("price: {type: number}", "'x:count': {type: number}")
        .hasMessageContaining("CreateDisk: x:count and count are both count (see x-name)");
  }

  @Test
  void aNameOfItsOwnSettlesIt() {
    String document = fault("price: {type: number}", "'x:count': {type: number, x-name: counted}");
    assertThat(Generated.from(folder, document).java("CreateDisk"))
        .contains("@JsonProperty(\"x:count\") BigDecimal counted,");
  }

  @Test
  void twoTypesThatDifferInCaseOnly() {
    String document =
        fault("    Extend:\n", "    CREATEDISK:\n").replace("/Extend'", "/CREATEDISK'");
    refused(document).hasMessageContaining("two types are called CREATEDISK and CreateDisk");
  }

  @Test
  void aSchemaThatHidesAJavaType() {
    refused(Generated.document().replace("/Disk'", "/Map'").replace("    Disk:", "    Map:"))
        .hasMessageContaining("Map cannot be the name of a type");
  }

  @Test
  void noErrorForm() {
    refused("  x-error-form: CODE\n", "").hasMessageContaining("listDisks has no x-error-form");
  }

  @Test
  void anUnnamedInlineObject() {
    refused("hints: {}", "hints: {type: object, properties: {a: {type: string}}}")
        .hasMessageContaining("CreateDisk.hints is an unnamed inline object");
  }

  @Test
  void oneOperationTwice() {
    refused("operationId: diskAction", "operationId: createDisk")
        .hasMessageContaining("operationId is repeated");
  }

  @Test
  void aTagThatIsNotListed() {
    refused("tags: [Native]", "tags: [Other]").hasMessageContaining("has tag Other");
  }

  private AbstractThrowableAssert<?, ?> refused(String from, String to) {
    return refused(fault(from, to));
  }

  private AbstractThrowableAssert<?, ?> refused(String document) {
    return assertThatThrownBy(() -> Generated.from(folder, document));
  }

  private static String fault(String from, String to) {
    assertThat(Generated.document()).contains(from);
    return Generated.document().replace(from, to);
  }
}
