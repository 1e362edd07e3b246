package io.ecsim.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
  @Test
  void statusAndMeaning() {
    assertThat(ErrorCodes.status("EVS.5404")).isEqualTo(404);
    assertThat(ErrorCodes.status("EVS.2020")).isEqualTo(500);
    assertThat(ErrorCodes.status("Ecs.0603")).isEqualTo(501);
    assertThat(ErrorCodes.status("APIGW.0101")).isEqualTo(404);
    assertThat(ErrorCodes.meaning("EVS.1010")).contains("size");
    assertThat(ErrorCodes.all()).hasSizeGreaterThan(350);
  }

  @Test
  void anUnknownCodeIsABadRequest() {
    assertThat(ErrorCodes.known("EVS.9999")).isFalse();
    assertThat(ErrorCodes.meaning("EVS.9999")).isNull();
    assertThat(ErrorCodes.status("EVS.9999")).isEqualTo(400);
  }

  @Test
  void everyCodeOfTheContractIsInTheTable() throws IOException {
    var codes = new TreeSet<String>();
    for (Operation operation : Contracts.operations()) {
      if (operation.invalid() != null && operation.errorForm() != ErrorForm.CONTROL) {
        codes.add(operation.invalid());
      }
    }
    try (var bundle = ErrorCodes.class.getResourceAsStream("openapi.json")) {
      collect(new ObjectMapper().readTree(bundle), codes);
    }
    assertThat(ErrorCodes.all()).containsAll(codes);
    assertThat(codes).contains("EVS.1010", "Ecs.0005");
  }

  private static void collect(JsonNode node, Set<String> codes) {
    if (node.has("x-error")) {
      codes.add(node.path("x-error").asText());
    }
    node.forEach(child -> collect(child, codes));
  }
}
