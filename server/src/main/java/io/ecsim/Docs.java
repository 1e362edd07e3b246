package io.ecsim;

import io.ecsim.api.ErrorCodes;
import io.ecsim.chart.Chapter;
import io.ecsim.chart.Picture;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.sim.Lifecycle;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages of {@code docs/} that are derived from the tables. */
public final class Docs {
  private static final Map<String, String> TITLES =
      Map.of(
          "bss", "Orders: BSS",
          "cbr", "Vaults: CBR",
          "ecs", "Servers: ECS",
          "eip", "Elastic IPs: EIP",
          "evs", "Disks: EVS",
          "ims", "Images: IMS",
          "kms", "Key pairs: KMS",
          "vpc", "Networks: VPC");

  @SuppressWarnings("InlineFormatString") // a page reads better apart from what fills it
  private static final String HEAD =
      """
      # %s

      Written by `docs/write` from the tables that ecsim lives by; a test fails while it is out of
      date. Each picture reads from left to right: an action, the statuses it may begin in, what
      readers see on the way (with seconds of the `real` clock), where it leads; below, how it fails.
      A status is *settled* if something can rest in it, *passing* if it is there only while something
      is under way, *broken* if only a failure leads there. A double draws them too:
      `curl -H 'Accept: image/svg+xml' $ECSIM_URL/_ecsim/lifecycles/%s`.

      """;

  private Docs() {}

  /** The pages and pictures, by their path below {@code docs/}. */
  public static Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    var packs = new Packs(Inventory.builtIn(Options.USUAL.region()), () -> 0);
    for (Pack pack : packs.all()) {
      if (TITLES.containsKey(pack.service())) {
        write(pack, pages);
      }
    }
    return pages;
  }

  private static void write(Pack pack, Map<String, String> pages) {
    String first = pack.exhibits().get(0).lifecycle().type();
    var text = new StringBuilder(HEAD.formatted(TITLES.get(pack.service()), first));
    for (Exhibit<?> exhibit : pack.exhibits()) {
      Lifecycle<?, ?> table = exhibit.lifecycle();
      String picture = pack.service() + "/" + table.type() + ".svg";
      pages.put(picture, Picture.of(table));
      text.append(Chapter.of(table, picture, ErrorCodes::meaning)).append('\n');
    }
    pages.put(pack.service() + ".md", text.toString().stripTrailing() + "\n");
  }
}
