package io.ecsim.terraform.catalog.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Query;
import java.util.List;

/** How the cloud hands out a list page by page. */
enum Paging {
  /** Each page begins after so many elements. */
  OFFSET {
    @Override
    List<JsonNode> all(Query query, String service, String url, String member) {
      return query.pages(service, url, member);
    }
  },
  /** Each page begins after the last element of the one before. */
  MARKER {
    @Override
    List<JsonNode> all(Query query, String service, String url, String member) {
      return query.marked(service, url, member);
    }
  },
  /** Each page says how to ask for the next one. */
  TOKEN {
    @Override
    List<JsonNode> all(Query query, String service, String url, String member) {
      return query.tokened(service, url, member);
    }
  };

  abstract List<JsonNode> all(Query query, String service, String url, String member);
}
