package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Filters;
import io.ecsim.ecs.view.Words;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Roll;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Which servers a native list shows, and in which order: {@code ecs-schemas.md} 3.3. */
record NativeLists(Neighbours cloud, ServerTable table) {
  /** From this version on, a status that there is not is refused. */
  private static final int STRICT_STATUS = 38;

  private static final int PAGE = 25;
  private static final String USUAL = "created_at";
  private static final String DELETED = "DELETED";

  /** The page that is asked for; what is on it counts as seen. */
  Page<Resource<Server>> page(Call call, ServerQuery query) {
    checkStatus(call, query.status());
    int limit = query.limit() == null ? PAGE : query.limit();
    Page<Resource<Server>> page =
        query.changesSince() == null
            ? Page.of(listing(call, query), limit, query.marker())
            : Page.of(changed(call, query), limit, query.marker(), Resource::id);
    page.items().forEach(call.glance()::show);
    return page;
  }

  /** In the usual order no more servers are looked at than the page needs. */
  private Listing<Server> listing(Call call, ServerQuery query) {
    Roll<Server> roll = call.glance().state().roll(table.servers, call.project());
    boolean ascending = "asc".equals(query.sortDir());
    Listing<Server> all =
        query.sortKey() == null || query.sortKey().equals(USUAL)
            ? Listing.over(ascending ? roll : roll.reversed())
            : Listing.over(roll).sorted(order(query));
    Predicate<Resource<Server>> fits = fits(call, query);
    return all.when(query, (server, wanted) -> fits.test(server));
  }

  /** Those that changed since a time, deleted ones with them. */
  private List<Resource<Server>> changed(Call call, ServerQuery query) {
    long since = since(query.changesSince());
    Predicate<Resource<Server>> fits = fits(call, query);
    return Stream.concat(call.glance().all(table.servers, call.project()), gone(call))
        .filter(server -> server.updatedAt() >= since)
        .filter(fits)
        .sorted(order(query))
        .toList();
  }

  /** Servers that are no more, as far as they are still known. */
  private Stream<Resource<Server>> gone(Call call) {
    return call.glance().state().ended(table.servers, call.project());
  }

  /** Whether a server is no more. */
  static boolean isGone(Call call, Resource<Server> server) {
    return call.glance().state().find(server.ref()) == null;
  }

  private static void checkStatus(Call call, String status) {
    if (status == null || status.isEmpty() || Words.known(status.toUpperCase(Locale.ROOT))) {
      return;
    }
    if (status.equalsIgnoreCase(DELETED)) {
      throw NativeWords.forbidden(
          "Only administrators may list deleted instances: status '%s'.".formatted(status));
    }
    if (call.microversion() >= STRICT_STATUS) {
      throw NativeWords.badRequest("Invalid status value: status '%s'".formatted(status));
    }
  }

  private static long since(String time) {
    try {
      String zoned = time.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? time : time + "Z";
      return OffsetDateTime.parse(zoned.replace(' ', 'T')).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw NativeWords.badRequest("Invalid changes-since value: '%s'".formatted(time));
    }
  }

  private Predicate<Resource<Server>> fits(Call call, ServerQuery query) {
    Predicate<String> name = name(query.name());
    return server -> {
      Server spec = server.spec();
      return name.test(spec.name())
          && Filters.equal(spec.build().flavorId(), query.flavor())
          && Filters.equal(spec.build().imageId(), query.image())
          && Filters.equal(spec.origin().reservationId(), query.reservationId())
          && (query.host() == null || Filters.equal(host(server), query.host()))
          && status(server, query.status())
          && tags(spec, query)
          && address(call, server, query.ip());
    };
  }

  private static Predicate<String> name(String wanted) {
    try {
      return wanted == null ? text -> true : Pattern.compile(wanted).asPredicate();
    } catch (PatternSyntaxException e) {
      throw NativeWords.badRequest("name '%s' is no regular expression.".formatted(wanted));
    }
  }

  private String host(Resource<Server> server) {
    return cloud.hosts().of(server).name();
  }

  private static boolean status(Resource<Server> server, String wanted) {
    return wanted == null
        || wanted.isEmpty()
        || Words.of(server).listedUnder(wanted.toUpperCase(Locale.ROOT));
  }

  private static boolean tags(Server spec, ServerQuery query) {
    Predicate<String> has = tag -> Tags.match(spec.labels(), tag);
    return (query.tags() == null || split(query.tags()).allMatch(has))
        && (query.tagsAny() == null || split(query.tagsAny()).anyMatch(has))
        && (query.notTags() == null || !split(query.notTags()).allMatch(has))
        && (query.notTagsAny() == null || split(query.notTagsAny()).noneMatch(has));
  }

  private static Stream<String> split(String tags) {
    return Stream.of(tags.split(","));
  }

  private boolean address(Call call, Resource<Server> server, String part) {
    return part == null
        || cloud.networks().of(call.glance().state(), server.ref()).stream()
            .anyMatch(nic -> nic.address().contains(part));
  }

  private Comparator<Resource<Server>> order(ServerQuery query) {
    String key = query.sortKey() == null ? USUAL : query.sortKey();
    Comparator<Resource<Server>> order = by(key).thenComparingLong(Resource::born);
    return "asc".equals(query.sortDir()) ? order : order.reversed();
  }

  private Comparator<Resource<Server>> by(String key) {
    return switch (key) {
      case USUAL -> Comparator.comparingLong(Resource::born);
      case "updated_at" -> Comparator.comparingLong(Resource::updatedAt);
      case "uuid" -> Comparator.comparing(Resource::id);
      case "display_name" -> Comparator.comparing(server -> server.spec().name());
      case "availability_zone" -> Comparator.comparing(server -> server.spec().build().zone());
      case "instance_type_id" -> Comparator.comparing(server -> server.spec().build().flavorId());
      case "host" -> Comparator.comparing(this::host);
      case "vm_state" -> Comparator.comparing(server -> Words.of(server).vmState());
      case "key_name" ->
          Comparator.comparing(
              server -> server.spec().login().keyName(),
              Comparator.nullsFirst(Comparator.naturalOrder()));
      case "user_id" -> Comparator.comparing(server -> server.spec().origin().userId());
      default -> Comparator.comparing(server -> server.ref().project());
    };
  }
}
