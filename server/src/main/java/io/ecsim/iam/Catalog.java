package io.ecsim.iam;

import io.ecsim.api.Call;
import io.ecsim.api.iam.KeystoneCatalog;
import io.ecsim.api.iam.KeystoneCatalogEndpoint;
import io.ecsim.sim.Ids;
import java.util.ArrayList;
import java.util.List;

/** Where the services are, as a token's catalog says: {@code openstack-clients.md} 1.3. */
final class Catalog {
  /** A type of service, its name, which service answers, the path below it. */
  private record Entry(String type, String name, String service, String path) {}

  // spotless:off
  private static final List<Entry> ENTRIES = List.of(
      new Entry("identity",      "keystone", "iam", "/v3"),
      new Entry("compute",       "nova",     "ecs", "/v2.1/{project}"),
      new Entry("ecs",           "ecs",      "ecs", "/v1/{project}"),
      new Entry("volume",        "cinder",   "evs", "/v2/{project}"),
      new Entry("volumev2",      "cinderv2", "evs", "/v2/{project}"),
      new Entry("volumev3",      "cinderv3", "evs", "/v3/{project}"),
      new Entry("block-storage", "cinderv3", "evs", "/v3/{project}"),
      new Entry("evs",           "evs",      "evs", "/v2/{project}"),
      new Entry("image",         "glance",   "ims", ""),
      new Entry("network",       "neutron",  "vpc", ""),
      new Entry("vpc",           "vpc",      "vpc", "/v1/{project}"),
      new Entry("vpc2.0",        "vpc2.0",   "vpc", "/v2.0/{project}"));
  // spotless:on

  private Catalog() {}

  /** The catalog of a scoped token; without a project it lists what needs none. */
  static List<KeystoneCatalog> of(Call call, String region, Token token) {
    List<KeystoneCatalog> catalog = new ArrayList<>();
    for (Entry entry : ENTRIES) {
      if (token.project() != null || !entry.path().contains("{project}")) {
        String project = token.project() == null ? "" : token.project().id();
        String url = root(call, entry.service()) + entry.path().replace("{project}", project);
        String id = Ids.hex("catalog", entry.type());
        var endpoint = new KeystoneCatalogEndpoint(id, "public", region, region, url);
        catalog.add(new KeystoneCatalog(List.of(endpoint), id, entry.name(), entry.type()));
      }
    }
    return catalog;
  }

  /** The address of a service next to this one: another prefix, or another host. */
  private static String root(Call call, String service) {
    String own = call.baseUrl();
    if (own.endsWith("/iam")) {
      return own.substring(0, own.length() - "iam".length()) + service;
    }
    return own.contains("://iam.")
        ? own.replace("://iam.", "://" + service + ".")
        : own + "/" + service;
  }
}
