package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of snapshots in version 5, and of disks and snapshots by os-vendor-tags. */
class TagsOfSnapshotsTest {
  private static final String VENDOR = "/evs/v2/" + Ecsim.PROJECT + "/os-vendor-tags/";

  @RegisterExtension final Shop shop = new Shop();
  private final Vault vault = new Vault(shop);

  @Test
  void tags_are_added_replaced_and_taken_away() {
    String id = vault.snapshot(shop.disk("data"), "before", ",'tags':{'env':'test'}");
    assertThat(act(id, "create", "{'key':'env','value':'prod'},{'key':'bare'}").status())
        .isEqualTo(204);
    assertThat(tags(id)).isEqualTo("{\"env\":\"prod\",\"bare\":\"\"}");
    assertThat(act(id, "delete", "{'key':'env','value':'x'},{'key':'unknown'}").status())
        .isEqualTo(204);
    assertThat(tags(id)).isEqualTo("{\"bare\":\"\"}");
    assertThat(vault.status(id)).isEqualTo("available");
  }

  @Test
  void a_project_lists_all_values_of_each_key() {
    vault.snapshot(shop.disk("a"), "a", ",'tags':{'env':'test','team':'x'}");
    vault.snapshot(shop.disk("b"), "b", ",'tags':{'env':'prod'}");

    assertThat(shop.ecsim.http().get(Vault.SNAPSHOTS + "/tags").text())
        .isEqualTo(
            "{\"tags\":[{\"key\":\"env\",\"value\":[\"prod\",\"test\"]},"
                + "{\"key\":\"team\",\"value\":[\"x\"]}]}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "{'key':'a*b','value':'x'}"                  | EVS.1062
          "{'key':'_sys_a','value':'x'}"               | EVS.1062
          "{'key':'','value':'x'}"                     | EVS.1062
          "{'key':'a','value':'x/y'}"                  | EVS.1062
          "{'key':'a'},{'key':'a'}"                    | EVS.1062
          "{'value':'x'}"                              | EVS.1062
          """)
  void malformed_tags_are_refused(String tags, String code) {
    String id = vault.snapshot(shop.disk("data"), "before");
    HttpAnswer refused = act(id, "create", tags);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo(code);
    assertThat(tags(id)).isEqualTo("{}");
  }

  @Test
  void twenty_tags_are_the_most() {
    String id = vault.snapshot(shop.disk("data"), "before");
    assertThat(act(id, "create", many(20)).status()).isEqualTo(204);
    HttpAnswer refused = act(id, "create", "{'key':'one-more'}");

    assertThat(refused.at("/error/code")).isEqualTo("EVS.1061");
    assertThat(tags(id)).doesNotContain("one-more");
    HttpAnswer disk =
        vault.post(
            Shop.BASE + "/" + shop.disk("other") + "/tags/action",
            "{'action':'create','tags':[" + many(21) + "]}");
    assertThat(disk.at("/error/code")).isEqualTo("EVS.1061");
  }

  private static String many(int tags) {
    return IntStream.range(0, tags)
        .mapToObj(i -> "{'key':'k" + i + "','value':'v'}")
        .collect(Collectors.joining(","));
  }

  @Test
  void a_snapshot_that_is_not_there_has_no_tags() {
    HttpAnswer unknown = act("no-such-snapshot", "create", "{'key':'a'}");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/error/code")).isEqualTo("EVS.5404");
  }

  @Test
  void vendor_tags_reset_those_of_disks() {
    String id = shop.disk("data");
    vault.put(VENDOR + "volumes/" + id, "{'tags':{'env':'test','team':'x'}}");
    HttpAnswer reset = vault.put(VENDOR + "volumes/" + id, "{'tags':{'env':'prod'}}");

    assertThat(reset.status()).isEqualTo(200);
    assertThat(reset.text()).isEqualTo("{\"tags\":{\"env\":\"prod\"}}");
    assertThat(shop.ecsim.http().get(VENDOR + "volumes/" + id).text()).isEqualTo(reset.text());
    assertThat(shop.show(id).json().at("/volume/tags")).hasSize(1);
  }

  @Test
  void vendor_tags_reset_those_of_snapshots_whoever_made_them() {
    String legacy = shop.snapshot(shop.disk("data"), "before");
    vault.put(VENDOR + "snapshots/" + legacy, "{'tags':{'env':'prod'}}");

    assertThat(tags(legacy)).isEqualTo("{\"env\":\"prod\"}");
    assertThat(vault.names("tag_key=env")).containsExactly("before");
    assertThat(shop.ecsim.http().get(VENDOR + "snapshots/" + legacy).at("/tags/env"))
        .isEqualTo("prod");
  }

  @Test
  void vendor_tags_refuse_natively() {
    String id = shop.disk("data");
    HttpAnswer unknown = shop.ecsim.http().get(VENDOR + "snapshots/" + id);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/itemNotFound/message")).contains(id);
    HttpAnswer malformed = vault.put(VENDOR + "volumes/" + id, "{'tags':{'a*':'b'}}");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.at("/badRequest/message")).contains("a*");
    HttpAnswer type = shop.ecsim.http().get(VENDOR + "servers/" + id);
    assertThat(type.status()).isEqualTo(400);
    assertThat(type.at("/badRequest/message")).contains("resource_type servers");
    HttpAnswer backups = shop.ecsim.http().get(VENDOR + "backups/" + id);
    assertThat(backups.status()).isEqualTo(501);
    assertThat(backups.at("/notImplemented/message")).contains("backups");
  }

  private HttpAnswer act(String id, String action, String tags) {
    return vault.post(Vault.SNAPSHOTS + "/" + id + "/tags/" + action, "{'tags':[" + tags + "]}");
  }

  private String tags(String id) {
    return vault.show(id).json().at("/snapshot/tags").toString();
  }
}
