package io.ecsim.inventory;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Changes of what is on offer.
 *
 * @param zones the zones there are
 * @param before the zones there were
 */
record OfferOverlay(List<String> zones, List<String> before) {
  private static final int UUID = 36;
  private static final int MEBIBYTES = 1024;
  private static final Range SYSTEM_SIZE = new Range(1, 1024);
  private static final Range DATA_SIZE = new Range(10, 32768);

  /** A type that was offered in all zones there were is offered in all there are. */
  VolumeType rezoned(VolumeType type) {
    return new VolumeType(
        type.id(),
        type.name(),
        rezoned(type.zones()),
        rezoned(type.soldOut()),
        type.systemSize(),
        type.dataSize(),
        type.iops(),
        type.throughput(),
        type.provisionedIops(),
        type.provisionedThroughput());
  }

  private List<String> rezoned(List<String> old) {
    return old.equals(before) ? zones : old.stream().filter(zones::contains).toList();
  }

  VolumeType volumeType(VolumeType was, Place place) {
    Map<String, Place> members =
        place.members(List.of("id", "zones", "sold_out", "system_size", "data_size", "throughput"));
    String name = last(place);
    VolumeType old =
        was != null
            ? was
            : new VolumeType(
                "",
                name,
                zones,
                List.of(),
                SYSTEM_SIZE,
                DATA_SIZE,
                new VolumeType.Iops(1800, 8, 5000),
                150,
                null,
                null);
    return new VolumeType(
        id(members, was == null ? null : old.id(), place),
        name,
        zones(members, "zones", old.zones()),
        zones(members, "sold_out", old.soldOut()),
        range(members, "system_size", old.systemSize()),
        range(members, "data_size", old.dataSize()),
        old.iops(),
        Overlay.number(members, "throughput", 1, old.throughput()),
        old.provisionedIops(),
        old.provisionedThroughput());
  }

  Flavor flavor(Flavor was, Place place) {
    Map<String, Place> members =
        place.members(
            List.of(
                "vcpus",
                "ram",
                "performance",
                "generation",
                "arch",
                "status",
                "sale",
                "nics",
                "disks",
                "extra",
                "spot_price"));
    String id = last(place);
    Flavor old =
        was != null
            ? was
            : new Flavor(
                id,
                0,
                0,
                "normal",
                id.split("\\.", 2)[0],
                "x86_64",
                Sale.NORMAL,
                Map.of(),
                2,
                24,
                Map.of(),
                null);
    int vcpus = Overlay.number(members, "vcpus", 1, old.vcpus());
    int ram = Overlay.number(members, "ram", MEBIBYTES / 2, old.ram());
    if (vcpus == 0 || ram == 0) {
      throw place.bad("a new flavor needs vcpus and ram (MiB)");
    }
    return new Flavor(
        id,
        vcpus,
        ram,
        Overlay.text(members, "performance", old.performance()),
        Overlay.text(members, "generation", old.generation()),
        word(members, "arch", old.arch(), "x86_64", "arm64"),
        status(old.status(), members),
        sales(old.sale(), members),
        Overlay.number(members, "nics", 1, old.nics()),
        Overlay.number(members, "disks", 1, old.disks()),
        members.containsKey("extra") ? extra(old.extra(), members.get("extra")) : old.extra(),
        members.containsKey("spot_price") ? price(members.get("spot_price")) : old.spotPrice());
  }

  private static BigDecimal price(Place place) {
    try {
      return new BigDecimal(place.text());
    } catch (NumberFormatException e) {
      throw place.bad("'%s' stands here; right is a price: '0.25'".formatted(place.text()));
    }
  }

  Image image(Image was, Place place) {
    Map<String, Place> members =
        place.members(List.of("id", "platform", "os", "arch", "min_disk", "min_ram", "created"));
    String name = last(place);
    Image old =
        was != null
            ? was
            : new Image(
                "",
                name,
                "Other",
                "Linux",
                name,
                "64",
                "x86_64",
                40,
                0,
                1L << 31,
                "2024-01-01T00:00:00Z");
    return new Image(
        id(members, was == null ? null : old.id(), place),
        name,
        Overlay.text(members, "platform", old.platform()),
        word(members, "os", old.os(), "Linux", "Windows", "Other"),
        old.osVersion(),
        old.bits(),
        word(members, "arch", old.arch(), "x86_64", "arm64"),
        Overlay.number(members, "min_disk", 1, old.minDisk()),
        Overlay.number(members, "min_ram", 0, old.minRam()),
        old.size(),
        Overlay.text(members, "created", old.created()));
  }

  /** The key a place stands under; it may hold dots itself. */
  private static String last(Place place) {
    return place.path().split("\\.", 2)[1];
  }

  private static String id(Map<String, Place> members, String was, Place place) {
    String id = Overlay.text(members, "id", was);
    if (id == null) {
      throw place.bad("a new one needs an id (a UUID)");
    }
    if (id.length() != UUID || !id.matches("[0-9a-f-]+")) {
      throw members.get("id").bad("'%s' stands here; right is a lower-case UUID".formatted(id));
    }
    return id;
  }

  private List<String> zones(Map<String, Place> members, String key, List<String> was) {
    if (!members.containsKey(key)) {
      return was;
    }
    for (Place zone : members.get(key).elements()) {
      check(zone, zone.text());
    }
    return members.get(key).texts();
  }

  private void check(Place place, String zone) {
    if (!zones.contains(zone)) {
      throw place.bad(
          "there is no zone '%s'; there are %s".formatted(zone, String.join(", ", zones)));
    }
  }

  private static Range range(Map<String, Place> members, String key, Range was) {
    return members.containsKey(key) ? members.get(key).range() : was;
  }

  private static String word(Map<String, Place> members, String key, String was, String... words) {
    String text = Overlay.text(members, key, was);
    if (!List.of(words).contains(text)) {
      throw members
          .get(key)
          .bad("'%s' stands here; right is %s".formatted(text, String.join(" or ", words)));
    }
    return text;
  }

  private static Sale status(Sale was, Map<String, Place> members) {
    return members.containsKey("status") ? sale(members.get("status")) : was;
  }

  /** What a zone says stays only where the file gives no status for all of them. */
  private Map<String, Sale> sales(Map<String, Sale> was, Map<String, Place> members) {
    var sales = new LinkedHashMap<String, Sale>(members.containsKey("status") ? Map.of() : was);
    if (members.containsKey("sale")) {
      members
          .get("sale")
          .members()
          .forEach(
              (zone, word) -> {
                check(word, zone);
                sales.put(zone, sale(word));
              });
    }
    return sales;
  }

  private static Sale sale(Place word) {
    List<String> words = Stream.of(Sale.values()).map(Sale::label).toList();
    if (!words.contains(word.text())) {
      throw word.bad(
          "'%s' stands here; right is %s".formatted(word.text(), String.join(" or ", words)));
    }
    return Sale.valueOf(word.text().toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> extra(Map<String, String> was, Place place) {
    var extra = new LinkedHashMap<>(was);
    place.members().forEach((key, value) -> extra.put(key, value.text()));
    return extra;
  }
}
