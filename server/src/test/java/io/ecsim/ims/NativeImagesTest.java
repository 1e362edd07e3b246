package io.ecsim.ims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Inventory;
import io.ecsim.testing.Caller;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images as {@code openstack image list} and {@code server create --image NAME} look for them. */
class NativeImagesTest {
  private static final String IMAGES = "/ims/v2/images";

  @RegisterExtension final Ecsim ecsim = Ecsim.of(new ImsPack(Inventory.builtIn("cn-north-4")));

  private HttpAnswer get(String path) {
    return ecsim.http().get(path, "X-Project-Id", Ecsim.PROJECT);
  }

  private List<String> ids(String query) {
    return ids(Caller.each(get(IMAGES + query).json().path("images")));
  }

  private static List<String> ids(List<JsonNode> images) {
    return images.stream().map(image -> image.path("id").asText()).toList();
  }

  @Test
  void a_name_is_no_id_but_finds_the_image() {
    JsonNode image = get(IMAGES).json().at("/images/0");
    String name = image.path("name").asText().replace(" ", "%20");

    assertThat(get(IMAGES + "/" + name).status()).isEqualTo(404);
    assertThat(ids("?name=" + name)).containsExactly(image.path("id").asText());
    assertThat(ids("?name=nothing")).isEmpty();
  }

  @Test
  void it_is_the_same_image_as_the_vendors_own_api_shows() {
    JsonNode image = get(IMAGES).json().at("/images/0");
    String id = image.path("id").asText();

    assertThat(get(IMAGES + "/" + id).json()).isEqualTo(image);
    assertThat(get("/ims/v2/cloudimages?id=" + id).json().at("/images/0")).isEqualTo(image);
  }

  @Test
  void several_are_asked_for_at_once() {
    List<String> all = ids("");

    assertThat(ids("?id=in:%s,%s".formatted(all.get(2), all.get(0))))
        .containsExactly(all.get(0), all.get(2));
    assertThat(ids("?status=in:active,queued")).isEqualTo(all);
    assertThat(ids("?status=in:queued,saving")).isEmpty();
  }

  @Test
  void a_full_page_links_to_the_next() {
    List<String> all = ids("?limit=1000");
    List<String> walked = new ArrayList<>();

    String next = "/v2/images?limit=3&visibility=public";
    while (!next.isEmpty()) {
      assertThat(next).contains("visibility=public").contains("limit=3");
      HttpAnswer page = get("/ims" + next);
      for (JsonNode image : Caller.each(page.json().path("images"))) {
        walked.add(image.path("id").asText());
      }
      next = page.at("/next");
    }

    assertThat(walked).isEqualTo(all).hasSizeGreaterThan(3);
  }

  @Test
  void the_links_of_a_page_ask_for_the_same() {
    String asked = "created_at=gte:2000-01-01T00:00:00Z&__isregistered=true&limit=1";
    HttpAnswer first = get(IMAGES + "?" + asked);
    HttpAnswer second = get("/ims" + first.at("/next"));

    for (String link : List.of(first.at("/first"), first.at("/next"), second.at("/next"))) {
      assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8)).contains(asked.split("&"));
    }
    assertThat(second.at("/first")).isEqualTo(first.at("/first")).doesNotContain("marker");
  }

  @Test
  void every_key_of_an_order_counts() {
    List<JsonNode> all = new ArrayList<>(Caller.each(get(IMAGES).json().path("images")));
    Comparator<JsonNode> byDisk = Comparator.comparing(image -> image.path("min_disk").asInt());
    Comparator<JsonNode> byName = Comparator.comparing(image -> image.path("name").asText());

    all.sort(byDisk.thenComparing(byName.reversed()));
    assertThat(ids("?sort=min_disk:asc,name:desc")).isEqualTo(ids(all));
    all.sort(byName);
    assertThat(ids("?sort=status,name:asc")).isEqualTo(ids(all));
  }

  @Test
  void the_order_is_the_one_asked_for() {
    List<String> names = new ArrayList<>();
    for (JsonNode image : Caller.each(get(IMAGES + "?sort=name:asc").json().path("images"))) {
      names.add(image.path("name").asText());
    }

    assertThat(names).isSorted();
  }

  @Test
  void a_page_after_nothing_and_one_of_less_than_nothing_are_refused() {
    assertThat(get(IMAGES + "?marker=nowhere").at("/error/code")).isEqualTo("IMG.0066");
    assertThat(get(IMAGES + "?limit=-1").status()).isEqualTo(400);
  }
}
