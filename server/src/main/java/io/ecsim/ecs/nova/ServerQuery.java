package io.ecsim.ecs.nova;

import io.ecsim.api.ecs.NovaListServersDetailsQuery;
import io.ecsim.api.ecs.NovaListServersQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which servers a native list shall show: {@code ecs-schemas.md} 3.3. What is null was not given.
 *
 * @param changesSince the earliest time of the last change; servers deleted since then show, too
 * @param limit how many, or null for the usual page
 * @param marker the id of the last server of the page before
 * @param name a regular expression that is found in the name
 * @param ip a part of an address
 */
record ServerQuery(
    String changesSince,
    String flavor,
    String host,
    String image,
    String ip,
    Integer limit,
    String marker,
    String name,
    String notTags,
    String notTagsAny,
    String reservationId,
    String sortKey,
    String sortDir,
    String status,
    String tags,
    String tagsAny) {

  static ServerQuery of(NovaListServersQuery query) {
    return new ServerQuery(
        query.changesSince(),
        query.flavor(),
        query.host(),
        query.image(),
        query.ip(),
        query.limit(),
        query.marker(),
        query.name(),
        query.notTags(),
        query.notTagsAny(),
        query.reservationId(),
        query.sortKey(),
        query.sortDir(),
        query.status(),
        query.tags(),
        query.tagsAny());
  }

  static ServerQuery of(NovaListServersDetailsQuery query) {
    return new ServerQuery(
        query.changesSince(),
        query.flavor(),
        query.host(),
        query.image(),
        query.ip(),
        query.limit(),
        query.marker(),
        query.name(),
        query.notTags(),
        query.notTagsAny(),
        query.reservationId(),
        query.sortKey(),
        query.sortDir(),
        query.status(),
        query.tags(),
        query.tagsAny());
  }

  /** All but the page, as they were written. */
  Map<String, Object> written() {
    var written = new LinkedHashMap<String, Object>();
    written.put("changes-since", changesSince);
    written.put("flavor", flavor);
    written.put("host", host);
    written.put("image", image);
    written.put("ip", ip);
    written.put("name", name);
    written.put("not-tags", notTags);
    written.put("not-tags-any", notTagsAny);
    written.put("reservation_id", reservationId);
    written.put("sort_key", sortKey);
    written.put("sort_dir", sortDir);
    written.put("status", status);
    written.put("tags", tags);
    written.put("tags-any", tagsAny);
    return written;
  }
}
