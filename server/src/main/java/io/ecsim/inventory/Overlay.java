package io.ecsim.inventory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lays changes over an inventory, part by part. */
record Overlay(Inventory base) {
  private static final List<String> PARTS =
      List.of("zones", "account", "volume_types", "flavors", "images", "network", "limits");

  Inventory laid(Place file) {
    Map<String, Place> parts = file.members(PARTS);
    List<String> zones = parts.containsKey("zones") ? zones(parts.get("zones")) : base.zones();
    var offers = new OfferOverlay(zones, base.zones());
    return new Inventory(
        base.region(),
        zones,
        parts.containsKey("account") ? account(parts.get("account")) : base.account(),
        merged(
            base.volumeTypes().stream().map(offers::rezoned).toList(),
            VolumeType::name,
            parts.get("volume_types"),
            offers::volumeType),
        merged(base.flavors(), Flavor::id, parts.get("flavors"), offers::flavor),
        merged(base.images(), Image::name, parts.get("images"), offers::image),
        parts.containsKey("network")
            ? NetworkOverlay.laid(base.network(), parts.get("network"))
            : base.network(),
        parts.containsKey("limits") ? limits(parts.get("limits")) : base.limits());
  }

  private static List<String> zones(Place place) {
    List<String> zones = place.texts();
    if (zones.isEmpty()) {
      throw place.bad("the list is empty; right is one zone at least");
    }
    return zones;
  }

  private Account account(Place place) {
    Account was = base.account();
    Map<String, Place> members =
        place.members(
            List.of("domain_id", "domain_name", "project_id", "user_id", "user_name", "roles"));
    return new Account(
        text(members, "domain_id", was.domainId()),
        text(members, "domain_name", was.domainName()),
        text(members, "project_id", was.projectId()),
        text(members, "user_id", was.userId()),
        text(members, "user_name", was.userName()),
        members.containsKey("roles") ? members.get("roles").texts() : was.roles());
  }

  private Limits limits(Place place) {
    List<String> known = Stream.of(Limit.values()).map(Limit::label).toList();
    var values = new EnumMap<Limit, Integer>(base.limits().values());
    place
        .members(known)
        .forEach((name, value) -> values.put(Limit.of(name).orElseThrow(), value.number(-1)));
    return new Limits(values);
  }

  /** A row of things with the changes of a place: changed, added, or taken away by null. */
  private static <T> List<T> merged(
      List<T> was, Function<T, String> key, Place place, BiFunction<T, Place, T> change) {
    if (place == null) {
      return was;
    }
    Map<String, T> all = new LinkedHashMap<>();
    was.forEach(one -> all.put(key.apply(one), one));
    place
        .members()
        .forEach(
            (name, member) -> {
              if (member.none()) {
                if (all.remove(name) == null) {
                  throw member.bad(
                      "null takes away what is there; there are "
                          + String.join(", ", all.keySet()));
                }
              } else {
                T one = all.get(name);
                all.put(name, change.apply(one, member));
              }
            });
    return new ArrayList<>(all.values());
  }

  static String text(Map<String, Place> members, String key, String was) {
    return members.containsKey(key) ? members.get(key).text() : was;
  }

  static int number(Map<String, Place> members, String key, int least, int was) {
    return members.containsKey(key) ? members.get(key).number(least) : was;
  }
}
