package io.ecsim.cbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has no more room for backups hears it in the words of the service that was asked. */
class QuotasOfBackupsTest {
  private static final String PROJECT = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"backups,0", "backup_gigabytes,9"})
  void a_restore_point_beyond_a_quota_is_refused_and_nothing_is_left_of_it(String limit, int most)
      throws IOException {
    Path inventory = folder.resolve("inventory.yaml");
    Files.writeString(inventory, "limits: {%s: %s}\n".formatted(limit, most));
    var cloud = new WholeDouble(Options.embedded().withInventory(inventory));
    cloud.beforeEach(null);
    try {
      String vault = vault(cloud, disk(cloud));
      HttpAnswer answer =
          post(cloud, "/cbr/v3/", "/checkpoints", "{'checkpoint':{'vault_id':'" + vault + "'}}");

      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.at("/error_code")).isEqualTo("BackupService.6142");
      assertThat(answer.at("/error_msg")).contains("quota of " + most);
      assertThat(cloud.resources()).noneMatch(one -> one.startsWith("backup "));
    } finally {
      cloud.afterEach(null);
    }
  }

  private static String disk(WholeDouble cloud) {
    String id =
        post(
                cloud,
                "/evs/v2.1/",
                "/cloudvolumes",
                "{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,"
                    + "'name':'data','metadata':{'create_for_volume_id':'true'}}}")
            .at("/volume_ids/0");
    cloud.idle();
    return id;
  }

  private static String vault(WholeDouble cloud, String disk) {
    return post(
            cloud,
            "/cbr/v3/",
            "/vaults",
            "{'vault':{'name':'safe','resources':[{'id':'"
                + disk
                + "','type':'OS::Cinder::Volume'}],'billing':{'size':100,"
                + "'consistent_level':'crash_consistent',"
                + "'object_type':'disk','protect_type':'backup'}}}")
        .at("/vault/id");
  }

  private static HttpAnswer post(WholeDouble cloud, String service, String path, String json) {
    return cloud.http().post(service + PROJECT + path, json.replace('\'', '"'));
  }
}
