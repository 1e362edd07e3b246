package io.ecsim.terraform.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes as Terraform was seen to send and to accept them. (terraform-plugin-protocol 7.) */
class ValuesOnTheWireTest {
  private static final Type DISK = Type.object("name", Type.STRING, "size", Type.NUMBER);

  private static String hex(Type type, Object value) {
    return HexFormat.of().formatHex(Packed.write(type, value));
  }

  private static Object read(Type type, String hex) {
    return Packed.read(type, HexFormat.of().parseHex(hex));
  }

  @Test
  void nothingIsNilWhateverTheType() {
    assertThat(hex(DISK, null)).isEqualTo("c0");
    assertThat(read(Type.list(Type.STRING), "c0")).isNull();
    assertThat(Packed.read(DISK, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "d40000, our own",
    "c7090c8201c202a47072652d, a text that begins with pre-",
    "c7030c8101c2, what is certainly not null"
  })
  void anyExtensionIsUnknown(String hex, String what) {
    assertThat(read(Type.STRING, hex)).as(what).isEqualTo(Unknown.UNKNOWN);
    assertThat(hex(Type.STRING, Unknown.UNKNOWN)).isEqualTo("d40000");
  }

  @ParameterizedTest
  @CsvSource({
    "40, 28",
    "-1, ff",
    "0.5, cb3fe0000000000000",
    "0.1, a3302e31",
    "123456789012345678901234567890, be313233343536373839303132333435363738393031323334353637383930"
  })
  void numbersAreWrittenExactly(String number, String hex) {
    assertThat(hex(Type.NUMBER, Numbers.of(number))).isEqualTo(hex);
    assertThat(read(Type.NUMBER, hex)).isEqualTo(Numbers.of(number));
  }

  @Test
  void numbersAreEqualByValue() {
    assertThat(Numbers.of("40")).isEqualTo(Numbers.of("40.0")).isEqualTo(Numbers.of(40));
  }

  @Test
  void objectsHaveAllTheirMembers() {
    assertThat(hex(DISK, Map.of("name", "a"))).isEqualTo("82a46e616d65a161a473697a65c0");
    assertThatThrownBy(() -> read(DISK, "81a5636f6c6f75a161"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noBlocksAreAnEmptyListNotNothing() {
    assertThat(hex(Type.list(DISK), List.of())).isEqualTo("90");
    assertThat(hex(Type.set(DISK), new Bag(List.of()))).isEqualTo("90");
    assertThat(read(Type.list(DISK), "90")).isEqualTo(List.of());
  }

  @Test
  void setsHaveNoOrder() {
    assertThat(new Bag(List.of("a", "b"))).isEqualTo(new Bag(List.of("b", "a")));
    assertThat(new Bag(List.of("a", "a"))).isNotEqualTo(new Bag(List.of("a", "b")));
  }

  @Test
  void whatIsOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> read(Type.BOOL, "a161")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read(Type.list(Type.STRING), "a161"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
