package io.ecsim.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255, 4294967296",
    "192.168.0.0/24, 192.168.0.0, 192.168.0.255, 256",
    "10.0.0.16/28, 10.0.0.16, 10.0.0.31, 16",
    "255.255.255.255/32, 255.255.255.255, 255.255.255.255, 1",
  })
  void aBlockHasAFirstAndALastAddress(String text, String first, String last, long size) {
    Cidr cidr = Cidr.parse(text);

    assertThat(Cidr.text(cidr.network())).isEqualTo(first);
    assertThat(Cidr.text(cidr.last())).isEqualTo(last);
    assertThat(cidr.size()).isEqualTo(size);
    assertThat(cidr).hasToString(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.1/24",
        "10.0.0/24",
        "010.0.0.0/8",
        "10.0.0.256/32",
        "a.b.c.d/8",
        "10.0.0.0/-1",
        "10.0.0.0/8/9",
        "1.2.3.4.5/32"
      })
  void whatIsNoBlockIsNull(String text) {
    assertThat(Cidr.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true, true",
    "10.1.0.0/16, 10.0.0.0/8, false, true",
    "10.0.0.0/24, 10.0.0.0/24, true, true",
    "10.0.0.0/24, 10.0.1.0/24, false, false",
    "10.0.0.0/25, 10.0.0.128/25, false, false",
  })
  void blocksContainAndOverlap(String one, String two, boolean contains, boolean overlaps) {
    assertThat(Cidr.parse(one).contains(Cidr.parse(two))).isEqualTo(contains);
    assertThat(Cidr.parse(one).overlaps(Cidr.parse(two))).isEqualTo(overlaps);
    assertThat(Cidr.parse(two).overlaps(Cidr.parse(one))).isEqualTo(overlaps);
  }

  @Test
  void anAddressIsANumberAndBack() {
    assertThat(Cidr.text(Cidr.address("192.168.3.254"))).isEqualTo("192.168.3.254");
  }
}
