package io.ecsim.api;

import java.util.List;
import java.util.Map;

/**
 * One row of the operation table.
 *
 * @param id the vendor's name of the operation, as the inventory spells it: {@code CreateVolume}
 * @param service the service that owns it: {@code evs}
 * @param method the HTTP method, upper case
 * @param path the path template below the service's host: {@code /v2.1/{project_id}/cloudvolumes}
 * @param successes the declared 2xx (or 300) statuses, the usual one first
 * @param errorForm how its errors are worded
 * @param invalid the code of a request that the contract refuses and no property names a code for
 * @param requestSchema the schema document of the request body, or null without a body
 * @param bodyRequired whether a request without a body is refused
 * @param querySchema the schema document of the query (an object of its keys), or null without any
 * @param responseSchemas the schema document of each declared answer that has a body, by status
 * @param modelled whether ecsim answers it; if not, it answers 501 and names it
 * @param aliases vendor names of the operations that share this address, each with what tells it by
 *     the body: a member that is there ({@code os-start}, {@code auth.identity.token}), or its
 *     value ({@code action=create}); empty where nothing tells
 * @param microversions the versions of it that a client may ask for, or null where there are none
 */
public record Operation(
    String id,
    String service,
    String method,
    String path,
    List<Integer> successes,
    ErrorForm errorForm,
    String invalid,
    String requestSchema,
    boolean bodyRequired,
    String querySchema,
    Map<Integer, String> responseSchemas,
    boolean modelled,
    Map<String, String> aliases,
    Microversions microversions) {

  /** The HTTP status of an answer that names none. */
  public int success() {
    return successes.get(0);
  }
}
