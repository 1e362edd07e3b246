package io.ecsim.servers;

import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.api.Operation;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No list of ECS swallows a parameter that the contract names: it acts, or it is refused. */
class EveryListHeedsWhatItIsAskedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private record Question(String operation, String query, String shows) {
    String key() {
      return query.substring(0, query.indexOf('='));
    }

    /** The query without all that asks by the key. */
    String without() {
      return Arrays.stream(query.split("&"))
          .filter(part -> !part.startsWith(key() + "="))
          .collect(Collectors.joining("&"));
    }

    boolean refused() {
      return shows.matches("4\\d\\d");
    }
  }

  private static List<Question> questions() throws IOException {
    try (InputStream in = EveryListHeedsWhatItIsAskedTest.class.getResourceAsStream("lists.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| "))
          .map(cells -> new Question(cells[0].strip(), cells[1].strip(), cells[2].strip()))
          .toList();
    }
  }

  private static Stream<Operation> lists() {
    return Ecsim.operations().stream()
        .filter(it -> it.service().equals("ecs") && it.modelled() && it.method().equals("GET"))
        .filter(it -> it.id().matches("(Nova)?List.*") && it.querySchema() != null);
  }

  private static Set<String> keys(Operation list) {
    try (InputStream in =
        Operation.class.getResourceAsStream("ecs/schemas/" + list.querySchema() + ".json")) {
      var keys = new TreeSet<String>();
      JSON.readTree(in).path("properties").fieldNames().forEachRemaining(keys::add);
      return keys;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void each_parameter_of_the_contract_is_asked_by() throws IOException {
    Map<String, Set<String>> asked =
        questions().stream()
            .filter(question -> !question.refused())
            .collect(
                Collectors.groupingBy(
                    Question::operation,
                    Collectors.mapping(Question::key, Collectors.toCollection(TreeSet::new))));
    var there = lists().collect(Collectors.toMap(Operation::id, list -> keys(list)));
    there.keySet().forEach(list -> asked.putIfAbsent(list, Set.of()));
    assertThat(asked).isEqualTo(there);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void each_question_has_its_answer(String name) throws IOException {
    Operation list = lists().filter(it -> it.id().equals(name)).findFirst().orElseThrow();
    ListedThings things = ListedThings.made(cloud, name.contains("AutoLaunch"));
    var softly = new SoftAssertions();
    for (Question question : questions()) {
      if (question.operation().equals(name)) {
        check(softly, things, list, question);
      }
    }
    softly.assertAll();
  }

  private static Stream<String> names() {
    return lists().map(Operation::id);
  }

  private static void check(
      SoftAssertions softly, ListedThings things, Operation list, Question question) {
    HttpAnswer answer = things.ask(list, question.query());
    String what = list.id() + " " + question.query();
    if (question.refused()) {
      softly.assertThat(answer.status()).as(what + answer.text()).isEqualTo(status(question));
      softly.assertThat(answer.text()).as(what).contains(things.value(question.query()));
      return;
    }
    String shown = things.names(ok(answer));
    HttpAnswer plain = things.ask(list, question.without());
    boolean same =
        plain.status() == answer.status() && things.items(plain).equals(things.items(answer));
    softly.assertThat(same).as(what + " changes nothing: " + shown).isEqualTo(same(question));
    if (!Set.of("*", "=").contains(question.shows())) {
      softly.assertThat(shown.isEmpty() ? "-" : shown).as(what).isEqualTo(question.shows());
    }
  }

  private static int status(Question question) {
    return Integer.parseInt(question.shows());
  }

  private static boolean same(Question question) {
    return question.shows().equals("=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=&enterprise_project_id=all_granted_eps",
        "in_recycle_bin=true",
        "not-tags=x&not-tags=y",
        "metadata-key=charging_mode&charging_mode=0",
        "launched_since=2000-01-01T00%3A00%3A00Z",
        "availability_zone=4&expect-fields=image&expect-fields=tags",
        "status=ACTIVE&flavor_name=c6.large.2&availability_zone_eq=cn-north-4a"
      })
  void the_next_page_is_asked_the_same(String query) {
    ListedThings things = ListedThings.made(cloud, false);
    Operation brief =
        lists().filter(it -> it.id().equals("ListCloudServers")).findFirst().orElseThrow();
    String shown = things.names(things.ask(brief, query));
    HttpAnswer page = things.ask(brief, "limit=1&" + query);
    String first = things.names(page);
    String next = page.at("/servers_links/0/href").substring(cloud.url().length());
    assertThat(next.split("[?&]")).contains(query.split("&"));
    assertThat(shown).startsWith(first + " " + things.names(cloud.http().get(next)));
  }
}
