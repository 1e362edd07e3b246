package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of disks: which, in which order, from where to where (evs-schemas.md 4). */
class ListsOfDisksTest {
  @RegisterExtension final Shop shop = new Shop();
  private final List<String> ids = new ArrayList<>();

  @BeforeEach
  void five_disks() {
    ids.add(shop.create("'size':10,'name':'alpha'").at("/volume_ids/0"));
    ids.add(shop.create("'size':30,'name':'beta','multiattach':true").at("/volume_ids/0"));
    ids.add(shop.create("'size':20,'name':'gamma','tags':{'env':'prod'}").at("/volume_ids/0"));
    shop.ecsim.advanceToIdle();
    ids.add(
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                Shop.request("'size':20,'name':'delta'")
                    .replace("cn-north-4a", "cn-north-4b")
                    .replace("SAS", "SSD")
                    .replace("\"true\"}", "\"true\",\"hw:passthrough\":\"true\"}"))
            .at("/volume_ids/0"));
    ids.add(
        shop.create("'size':20,'name':'alphabet','enterprise_project_id':'" + EP + "'")
            .at("/volume_ids/0"));
  }

  private static final String EP = "0aa22f4e-4a66-4ae5-b2a7-2ad6d1b8f7c0";

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name=alpha                            | alpha alphabet
          name=                                 | alpha beta gamma delta alphabet
          status=creating                       | delta alphabet
          status=AVAILABLE                      | alpha beta gamma
          status=nonsense                       | ''
          availability_zone=cn-north-4b         | delta
          multiattach=true                      | beta
          multiattach=false                     | alpha gamma delta alphabet
          service_type=EVS                      | alpha beta gamma delta alphabet
          service_type=DSS                      | ''
          dedicated_storage_id=x                | ''
          metadata={"hw:passthrough":"true"}    | delta
          not_metadata={"hw:passthrough":true}  | alpha beta gamma alphabet
          enterprise_project_id=0               | alpha beta gamma delta
          enterprise_project_id=all_granted_eps | alpha beta gamma delta alphabet
          volume_type_id=no-such-type           | ''
          name=alpha&status=available           | alpha
          unknown=x                             | alpha beta gamma delta alphabet
          """)
  void filters_choose(String query, String names) {
    String encoded = query.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22");
    HttpAnswer list = shop.list("sort_dir=asc&" + encoded);

    assertThat(list.status()).isEqualTo(200);
    assertThat(String.join(" ", Shop.each(list, "name"))).isEqualTo(names);
    assertThat(list.json().path("count").intValue()).isEqualTo(Shop.each(list, "name").size());
  }

  @Test
  void ids_choose_and_win_over_one_id() {
    String many = encode("['" + ids.get(0) + "','" + ids.get(2) + "','unknown']");

    assertThat(Shop.each(shop.list("id=" + ids.get(1)), "name")).containsExactly("beta");
    assertThat(Shop.each(shop.list("sort_dir=asc&id=" + ids.get(1) + "&ids=" + many), "name"))
        .containsExactly("alpha", "gamma");
  }

  @Test
  void the_type_is_chosen_by_its_id() {
    HttpAnswer list = shop.ecsim.http().get("/evs/v2/" + Ecsim.PROJECT + "/types");
    String ssd = "";
    for (var type : list.json().path("volume_types")) {
      ssd = type.path("name").asText().equals("SSD") ? type.path("id").asText() : ssd;
    }

    assertThat(Shop.each(shop.list("volume_type_id=" + ssd), "name")).containsExactly("delta");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                 | alphabet delta gamma beta alpha
          sort_dir=asc                       | alpha beta gamma delta alphabet
          sort_key=size&sort_dir=asc         | alpha gamma delta alphabet beta
          sort_key=size                      | beta alphabet delta gamma alpha
          sort_key=status&sort_dir=asc       | alpha beta gamma delta alphabet
          sort_key=created_at&sort_dir=desc  | alphabet delta gamma beta alpha
          limit=2                            | alphabet delta
          limit=2&offset=2                   | gamma beta
          limit=2&offset=4                   | alpha
          offset=5                           | ''
          offset=1000000                     | ''
          """)
  void order_and_pages(String query, String names) {
    HttpAnswer list = shop.list(query);

    assertThat(String.join(" ", Shop.each(list, "name"))).isEqualTo(names);
    assertThat(list.json().path("count").intValue()).isEqualTo(5);
  }

  @Test
  void links_lead_from_page_to_page() {
    var names = new ArrayList<String>();
    String next = Shop.BASE + "/detail?limit=2&sort_key=size&sort_dir=asc&multiattach=false";
    int pages = 0;
    while (next != null && pages < 9) {
      HttpAnswer page = shop.ecsim.http().get(next);
      names.addAll(Shop.each(page, "name"));
      pages++;
      next = page.json().has("volumes_links") ? relative(page.at("/volumes_links/0/href")) : null;
    }

    assertThat(names).containsExactly("alpha", "gamma", "delta", "alphabet");
    assertThat(pages).isEqualTo(2);
  }

  private static String relative(String href) {
    URI uri = URI.create(href);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Test
  void a_marker_is_the_last_of_the_page_before() {
    assertThat(Shop.each(shop.list("sort_dir=asc&marker=" + ids.get(2)), "name"))
        .containsExactly("delta", "alphabet");
    assertThat(Shop.each(shop.list("sort_dir=asc&marker=" + ids.get(4)), "name")).isEmpty();
  }

  @Test
  void the_brief_list_has_names_and_links_alone() {
    HttpAnswer list = shop.ecsim.http().get(Shop.BASE + "?name=beta");

    assertThat(list.json().path("volumes")).hasSize(1);
    assertThat(list.at("/volumes/0/name")).isEqualTo("beta");
    assertThat(list.json().at("/volumes/0")).hasSize(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                   | EVS.1023
          limit=-1                  | EVS.1023
          limit=1001                | EVS.2142
          limit=x                   | EVS.5400
          limit=99999999999999      | EVS.5400
          offset=-1                 | EVS.5400
          offset=1.5                | EVS.5400
          marker=x                  | EVS.1024
          sort_key=name             | EVS.1039
          sort_dir=up               | EVS.1040
          availability_zone=nowhere | EVS.1041
          metadata=x                | EVS.1058
          metadata=5                | EVS.1058
          """)
  void what_makes_no_sense_is_refused(String query, String code) {
    HttpAnswer detailed = shop.list(query);
    HttpAnswer brief = shop.ecsim.http().get(Shop.BASE + "?" + query);

    assertThat(detailed.status()).isEqualTo(400);
    assertThat(detailed.at("/badRequest/code")).isEqualTo("400");
    assertThat(brief.status()).isEqualTo(400);
    assertThat(brief.at("/error/code")).isEqualTo(code);
  }

  @Test
  void sixty_ids_are_enough() {
    assertThat(shop.list("ids=" + encode(ids(60))).status()).isEqualTo(200);
    assertThat(shop.list("ids=" + encode(ids(61))).status()).isEqualTo(400);
  }

  private static String ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "id-" + i).collect(Collectors.joining(","));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
