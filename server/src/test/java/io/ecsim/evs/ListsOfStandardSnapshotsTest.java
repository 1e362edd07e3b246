package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of snapshots and of their chains in version 5: evs-schemas.md 4 and 5.2. */
class ListsOfStandardSnapshotsTest {
  private static final String OTHER_PROJECT = "0aa119a8-d25b-45a7-8d1b-88e127885635";

  @RegisterExtension final Shop shop = new Shop();
  private final Vault vault = new Vault(shop);
  private String one;
  private String two;
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void three_snapshots_of_two_disks() {
    one = shop.disk("one");
    two = shop.disk("two");
    first = vault.snapshot(one, "first", ",'tags':{'env':'test','team':'x'}");
    second =
        vault.snapshot(
            one,
            "second",
            ",'tags':{'env':'prod'},'enterprise_project_id':'" + OTHER_PROJECT + "'");
    third = shop.snapshot(two, "third");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                             | third second first
          sort_dir=asc                                   | first second third
          sort_key=status&sort_dir=asc                   | first second third
          name=first                                     | first
          name=fir                                       | ""
          status=available                               | third second first
          status=creating                                | ""
          availability_zone=cn-north-4a                  | third second first
          availability_zone=cn-north-4b                  | ""
          snapshot_type=user                             | third second first
          snapshot_type=auto                             | ""
          enterprise_project_id=all_granted_eps          | third second first
          enterprise_project_id=0                        | third first
          enterprise_project_id=OTHER                    | second
          tag_key=env                                    | second first
          tag_key=team                                   | first
          tags={'env':'prod'}                            | second
          tags={'env':'test','team':'x'}                 | first
          tags={'env':'test','team':'y'}                 | ""
          tags=[{'key':'env','value':'prod'}]            | second
          snapshot_group_id=none                         | ""
          limit=1                                        | third
          limit=2&offset=1                               | second first
          offset=3                                       | ""
          limit=1000&offset=9                            | ""
          """)
  void filters_and_pages(String query, String names) {
    String asked = encoded(query.replace("OTHER", OTHER_PROJECT));

    assertThat(String.join(" ", vault.names(asked))).isEqualTo(names);
  }

  private static String encoded(String query) {
    int at = query.indexOf("tags=");
    return at < 0
        ? query
        : query.substring(0, at + 5)
            + URLEncoder.encode(query.substring(at + 5).replace('\'', '"'), StandardCharsets.UTF_8);
  }

  /** The Terraform provider writes its filter into the address as it is. */
  @Test
  void tags_need_not_be_encoded() {
    String said =
        new RawSocket(shop.ecsim.port())
            .say(
                "GET %s/detail?limit=1000&offset=0&tags={\"env\":\"prod\"} HTTP/1.1\n"
                        .formatted(Vault.SNAPSHOTS)
                    + "Host: localhost\nConnection: close\n\n");

    assertThat(said).startsWith("HTTP/1.1 200").contains(second).doesNotContain(first);
  }

  @Test
  void what_is_made_for_a_backup_is_automatic_and_counts_apart() {
    Ref disk = new Ref("volume", Ecsim.PROJECT, two);
    shop.ecsim
        .world()
        .transact(
            tx -> {
              var ref = new Ref("snapshot", Ecsim.PROJECT, "automatic");
              var spec = new Snapshot("autobk_snapshot_1", null, disk, 10, Map.of());
              return tx.begin(Plan.create(SnapshotTable.CREATE, ref, spec, true));
            });
    shop.ecsim.advanceToIdle();

    assertThat(vault.names("snapshot_type=auto")).containsExactly("autobk_snapshot_1");
    assertThat(vault.show("automatic").at("/snapshot/snapshot_type")).isEqualTo("auto");
    for (int i = 0; i < 6; i++) {
      assertThat(shop.snap(two, "").status()).isEqualTo(202);
    }
    assertThat(shop.snap(two, "").status()).isEqualTo(413);
  }

  @Test
  void ids_and_disks_and_chains_are_filters_too() {
    assertThat(vault.names("volume_id=" + two)).containsExactly("third");
    assertThat(vault.names("id=" + first)).containsExactly("first");
    assertThat(vault.names("ids=" + first + ",unknown," + third)).containsExactly("third", "first");
    String chain = vault.show(second).at("/snapshot/snapshot_chains/0/id");
    assertThat(vault.names("snapshot_chain_id=" + chain)).containsExactly("second", "first");
    assertThat(vault.names("snapshot_chain_id=" + first)).isEmpty();
  }

  @Test
  void a_page_begins_after_the_marker_and_counts_all() {
    HttpAnswer page = vault.list("limit=1&marker=" + third);

    assertThat(Shop.each(page, "snapshots", "name")).containsExactly("second");
    assertThat(page.json().path("count").intValue()).isEqualTo(3);
    assertThat(vault.names("marker=" + third + "&offset=1")).containsExactly("first");
    assertThat(vault.names("marker=" + first)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "limit=0, EVS.1023",
    "limit=1001, EVS.2142",
    "limit=x, EVS.5400",
    "offset=-1, EVS.5400",
    "marker=x, EVS.1024",
    "marker=0aa119a8-d25b-45a7-8d1b-88e127885635, EVS.1024",
    "sort_key=x, EVS.1039",
    "sort_dir=x, EVS.1040",
    "tags=x, EVS.5400",
    "tags=1, EVS.5400",
    "snapshot_type=x, EVS.5400"
  })
  void what_makes_no_sense_is_refused(String query, String code) {
    HttpAnswer refused = vault.list(query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo(code);
  }

  @Test
  void the_snapshots_of_a_disk_are_a_chain() {
    JsonNode chains = vault.chains("").json();
    assertThat(chains.path("count").intValue()).isEqualTo(2);
    JsonNode chain = chains.at("/snapshot_chains/0");
    assertThat(chain.path("volume_id").asText()).isEqualTo(one);
    assertThat(chain.path("snapshot_count").intValue()).isEqualTo(2);
    assertThat(chain.path("capacity").intValue()).isEqualTo(20);
    assertThat(chain.path("category").asText()).isEqualTo("standard");
    assertThat(chain.path("availability_zone").asText()).isEqualTo(Lab.ZONE);
    assertThat(chain.path("created_at").asText())
        .isEqualTo(vault.show(first).at("/snapshot/created_at"));
    assertThat(chain.path("updated_at").asText())
        .isEqualTo(vault.show(second).at("/snapshot/updated_at"));
    assertThat(vault.show(first).json().at("/snapshot/snapshot_chains/0")).isEqualTo(chain);
  }

  @Test
  void a_chain_grows_and_shrinks_with_its_snapshots_and_goes_with_the_last() {
    String id = chains("volume_id=" + two).get(0);
    shop.lay("snapshot.create", new Effect.Fail(null));
    vault.snapshot(two, "broken");
    assertThat(vault.chains("id=" + id).json().at("/snapshot_chains/0/snapshot_count").intValue())
        .isEqualTo(1);

    vault.delete(third);
    shop.ecsim.advanceToIdle();
    assertThat(chains("")).doesNotContain(id).hasSize(1);
  }

  @Test
  void chains_are_filtered_and_paged_by_marker() {
    List<String> all = chains("limit=1000");
    assertThat(all).hasSize(2);
    assertThat(chains("id=" + all.get(1))).containsExactly(all.get(1));
    assertThat(chains("volume_id=" + one)).containsExactly(all.get(0));
    assertThat(chains("category=standard")).hasSize(2);
    assertThat(chains("category=backup")).isEmpty();
    assertThat(chains("limit=1")).containsExactly(all.get(0));
    assertThat(chains("limit=1000&marker=" + all.get(0))).containsExactly(all.get(1));
    assertThat(chains("limit=1000&marker=" + all.get(1))).isEmpty();
    assertThat(vault.chains("category=x").at("/error/code")).isEqualTo("EVS.5400");
    assertThat(vault.chains("marker=x").at("/error/code")).isEqualTo("EVS.1024");
  }

  private List<String> chains(String query) {
    return Shop.each(vault.chains(query), "snapshot_chains", "id");
  }
}
