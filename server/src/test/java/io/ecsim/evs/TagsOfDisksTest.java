package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags: evs-schemas.md 8. */
class TagsOfDisksTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void tags_are_laid_replaced_and_taken_away() {
    String id = shop.disk("data");
    assertThat(act(id, "create", "{'key':'env','value':'test'},{'key':'bare'}").status())
        .isEqualTo(204);
    act(id, "create", "{'key':'env','value':'prod'}");

    assertThat(tags(id))
        .hasToString("[{\"key\":\"env\",\"value\":\"prod\"},{\"key\":\"bare\",\"value\":\"\"}]");
    assertThat(shop.show(id).at("/volume/tags/env")).isEqualTo("prod");
    assertThat(act(id, "delete", "{'key':'env'},{'key':'unknown'}").status()).isEqualTo(204);
    assertThat(tags(id)).hasSize(1);
  }

  @Test
  void a_project_lists_all_values_of_each_key() {
    act(shop.disk("a"), "create", "{'key':'env','value':'test'}");
    act(shop.disk("b"), "create", "{'key':'env','value':'prod'},{'key':'team','value':'x'}");
    act(shop.disk("c"), "create", "{'key':'env','value':'test'}");

    assertThat(shop.ecsim.http().get(Shop.BASE + "/tags").text())
        .isEqualTo("{\"tags\":{\"env\":[\"prod\",\"test\"],\"team\":[\"x\"]}}");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'action':'filter'}                                                              | a b c
          {'action':'filter','tags':[{'key':'env','values':['test']}]}                     | a c
          {'action':'filter','tags':[{'key':'env','values':['test','prod']}]}              | a b c
          {'action':'filter','tags':[{'key':'env','values':[]}]}                           | a b c
          {'action':'filter','tags':[{'key':'env','values':[]},{'key':'team','values':[]}]}| b
          {'action':'filter','matches':[{'key':'resource_name','value':'a'}]}              | a
          {'action':'filter','matches':[{'key':'service_type','value':'EVS'}],'limit':1}   | a
          {'action':'filter','offset':1,'limit':1}                                         | b
          {'action':'filter','offset':9}                                                   | ""
          """)
  void a_search_finds_disks(String body, String names) {
    act(shop.disk("a"), "create", "{'key':'env','value':'test'}");
    act(shop.disk("b"), "create", "{'key':'env','value':'prod'},{'key':'team','value':'x'}");
    act(shop.disk("c"), "create", "{'key':'env','value':'test'}");
    HttpAnswer found = search(body);

    assertThat(found.status()).isEqualTo(200);
    var foundNames = new StringBuilder();
    for (JsonNode resource : found.json().path("resources")) {
      foundNames.append(resource.path("resource_name").asText()).append(' ');
      assertThat(resource.at("/resource_detail/name").asText())
          .isEqualTo(resource.path("resource_name").asText());
    }
    assertThat(foundNames.toString().strip()).isEqualTo(names == null ? "" : names);
  }

  @Test
  void what_a_search_finds_shows_its_tags_from_the_last_key_to_the_first() {
    act(shop.disk("a"), "create", "{'key':'foo0','value':'bar0'},{'key':'foo1','value':'bar1'}");
    JsonNode tags = search("{'action':'filter'}").json().at("/resources/0/tags");

    assertThat(tags.findValuesAsText("key")).containsExactly("foo1", "foo0");
  }

  @Test
  void a_count_counts_alone() {
    act(shop.disk("a"), "create", "{'key':'env','value':'test'}");
    shop.disk("b");

    assertThat(search("{'action':'count','tags':[{'key':'env','values':[]}]}").text())
        .isEqualTo("{\"total_count\":1}");
  }

  private HttpAnswer act(String id, String action, String tags) {
    return shop.ecsim
        .http()
        .post(
            Shop.BASE + "/" + id + "/tags/action",
            ("{'action':'" + action + "','tags':[" + tags + "]}").replace('\'', '"'));
  }

  private JsonNode tags(String id) {
    return shop.ecsim.http().get(Shop.BASE + "/" + id + "/tags").json().path("tags");
  }

  private HttpAnswer search(String body) {
    return shop.ecsim
        .http()
        .post(Shop.BASE + "/resource_instances/action", body.replace('\'', '"'));
  }
}
