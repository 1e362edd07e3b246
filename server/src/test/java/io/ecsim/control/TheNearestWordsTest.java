package io.ecsim.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TheNearestWordsTest {
  private static final List<String> EDGES =
      List.of("volume.create", "volume.delete", "server.delete", "volume.detach");

  @Test
  void comeNearestFirst() {
    assertThat(Nearest.of("volume.delet", EDGES)).first().isEqualTo("volume.delete");
    assertThat(Nearest.of("Volume.Delete", EDGES)).first().isEqualTo("volume.delete");
  }

  @Test
  void mayLackTheirTypeOrTheirEnd() {
    assertThat(Nearest.of("delete", EDGES)).contains("volume.delete", "server.delete");
    assertThat(Nearest.of("volume.de", EDGES)).contains("volume.delete", "volume.detach");
  }

  @Test
  void areNoneForAWordFromElsewhere() {
    assertThat(Nearest.of("elephant", EDGES)).isEmpty();
    assertThat(Nearest.hint("elephant", EDGES)).startsWith("Known: ").contains("volume.create");
  }
}
