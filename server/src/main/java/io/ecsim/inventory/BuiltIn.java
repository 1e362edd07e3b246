package io.ecsim.inventory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The inventory that ecsim brings along, read from tables that cost little at start. */
final class BuiltIn {
  private static final Range SYSTEM_SIZE = new Range(1, 1024);
  private static final Range DATA_SIZE = new Range(10, 32768);

  /** Stands in a table for the zones that it does not name. */
  private static final String OTHER_ZONES = "*";

  private BuiltIn() {}

  static Inventory inventory(String region) {
    List<String> zones = Stream.of("a", "b", "c").map(letter -> region + letter).toList();
    return new Inventory(
        region,
        zones,
        Account.BUILT_IN,
        Table.read("volume-types.tsv").stream().map(row -> volumeType(row, zones)).toList(),
        Table.read("flavors.tsv").stream().map(row -> flavor(row, region)).toList(),
        Table.read("images.tsv").stream().map(BuiltIn::image).toList(),
        DefaultNetwork.BUILT_IN,
        Limits.BUILT_IN);
  }

  private static VolumeType volumeType(String[] row, List<String> zones) {
    return new VolumeType(
        row[0],
        row[1],
        zones,
        row[2].equals("sold-out") ? zones : List.of(),
        SYSTEM_SIZE,
        DATA_SIZE,
        new VolumeType.Iops(number(row[3]), number(row[4]), number(row[5])),
        number(row[6]),
        range(row[7]),
        range(row[8]));
  }

  private static Flavor flavor(String[] row, String region) {
    Map<String, String> words = pairs(row[6]);
    String others = words.remove(OTHER_ZONES);
    var sale = new LinkedHashMap<String, Sale>();
    words.forEach((zone, word) -> sale.put(region + zone, sale(word)));
    return new Flavor(
        row[0],
        number(row[1]),
        number(row[2]),
        row[3],
        row[4],
        row[5],
        others == null ? Sale.NORMAL : sale(others),
        sale,
        number(row[7]),
        number(row[8]),
        pairs(row[9]),
        null);
  }

  private static Image image(String[] row) {
    return new Image(
        row[0],
        row[1],
        row[2],
        row[3],
        row[1],
        "64",
        row[4],
        number(row[5]),
        number(row[6]),
        Long.parseLong(row[7]),
        row[8]);
  }

  private static Map<String, String> pairs(String cell) {
    var pairs = new LinkedHashMap<String, String>();
    Arrays.stream(cell.split(";"))
        .filter(pair -> !pair.isBlank())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> pairs.put(pair[0], pair[1]));
    return pairs;
  }

  private static Sale sale(String word) {
    return Sale.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Range range(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    String[] ends = cell.split("-", 2);
    return new Range(number(ends[0]), number(ends[1]));
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }
}
