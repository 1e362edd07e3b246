package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A project with very many disks: every one is found once, whichever way one pages. */
class TenThousandDisksTest {
  private static final int MANY = 10_000;

  @RegisterExtension final Shop shop = new Shop(roomy());

  private static Inventory roomy() {
    Inventory usual = Inventory.builtIn("cn-north-4");
    return new Inventory(
        usual.region(),
        usual.zones(),
        usual.account(),
        usual.volumeTypes(),
        usual.flavors(),
        usual.images(),
        usual.network(),
        usual.limits().with(Limit.VOLUMES, MANY));
  }

  private void order() {
    for (int i = 0; i < MANY / 100; i++) {
      HttpAnswer answer = shop.create("'size':10,'count':100,'name':'disk-\u00fc'");
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }
    shop.ecsim.advanceToIdle();
  }

  @Test
  void are_listed_each_once_by_marker_and_by_offset_and_by_the_native_list() {
    order();

    List<String> byMarker = new ArrayList<>();
    for (String last = ""; last != null; ) {
      HttpAnswer page = shop.list("limit=1000" + (last.isEmpty() ? "" : "&marker=" + last));
      assertThat(page.json().path("count").asInt()).isEqualTo(MANY);
      List<String> ids = Shop.each(page, "id");
      byMarker.addAll(ids);
      last = ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }
    assertThat(new LinkedHashSet<>(byMarker)).hasSize(MANY).hasSameSizeAs(byMarker);

    assertThat(Shop.each(shop.list("limit=3&offset=9997"), "id"))
        .isEqualTo(byMarker.subList(MANY - 3, MANY));
    assertThat(Shop.each(shop.list("offset=" + MANY), "id")).isEmpty();
    assertThat(Shop.each(nativeList("limit=1000&marker=" + byMarker.get(4999)), "id"))
        .isEqualTo(byMarker.subList(5000, 6000));
  }

  @Test
  void are_all_the_room_there_is() {
    order();

    HttpAnswer one = shop.create("'size':10,'name':'one more'");

    assertThat(one.status()).isEqualTo(400);
    assertThat(one.at("/error/code")).isEqualTo("EVS.1034");
    assertThat(shop.list("limit=1&name=one").json().path("count").asInt()).isZero();
  }

  private HttpAnswer nativeList(String query) {
    return shop.ecsim.http().get("/evs/v3/" + Ecsim.PROJECT + "/volumes/detail?" + query);
  }
}
