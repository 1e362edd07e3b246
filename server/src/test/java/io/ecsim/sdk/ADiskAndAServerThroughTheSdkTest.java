package io.ecsim.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.ecsim.testing.WholeDouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Huawei's Java SDK sees every status there is on the way, because time waits for it. */
class ADiskAndAServerThroughTheSdkTest {
  @RegisterExtension final WholeDouble ecsim = new WholeDouble();
  private Cloud cloud;

  @BeforeEach
  void connect() {
    cloud = Cloud.at(ecsim.url());
  }

  /** What a client sees, one look per thing that happens, until nothing more does. */
  private List<String> watch(Supplier<String> look) {
    List<String> seen = new ArrayList<>(List.of(look.get()));
    while (ecsim.next()) {
      String now = look.get();
      if (!now.equals(seen.get(seen.size() - 1))) {
        seen.add(now);
      }
    }
    return seen;
  }

  private String disk() {
    String id = cloud.createDisk("data", 10).getVolumeIds().get(0);
    ecsim.idle();
    return id;
  }

  private String server() {
    String id = createServer();
    ecsim.idle();
    return id;
  }

  private String createServer() {
    return cloud
        .createServer("web", ecsim.image(), ecsim.vpc(Cloud.PROJECT), ecsim.subnet(Cloud.PROJECT))
        .getServerIds()
        .get(0);
  }

  private String look(String server) {
    var seen = cloud.server(server);
    return seen.getStatus() + "/" + seen.getOsEXTSTSTaskState();
  }

  private String lookUnlessGone(Supplier<String> look) {
    try {
      return look.get();
    } catch (ClientRequestException e) {
      return e.getHttpStatusCode() + " " + e.getErrorCode();
    }
  }

  @Test
  void aDiskIsCreatingBeforeItIsAvailable() {
    var created = cloud.createDisk("data", 10);
    String id = created.getVolumeIds().get(0);
    assertThat(watch(() -> cloud.disk(id).getStatus())).containsExactly("creating", "available");
    assertThat(cloud.diskJob(created.getJobId()).getStatus().getValue()).isEqualTo("SUCCESS");
  }

  @Test
  void aServerIsBuiltTaskByTask() {
    String id = createServer();
    assertThat(watch(() -> look(id)))
        .containsExactly(
            "BUILD/scheduling",
            "BUILD/networking",
            "BUILD/block_device_mapping",
            "BUILD/spawning",
            "ACTIVE/null");
  }

  @Test
  void aJobRunsBeforeItSucceedsAndNamesItsServer() {
    var created =
        cloud.createServer(
            "web", ecsim.image(), ecsim.vpc(Cloud.PROJECT), ecsim.subnet(Cloud.PROJECT));
    assertThat(watch(() -> cloud.serverJob(created.getJobId()).getStatus().getValue()))
        .containsExactly("RUNNING", "SUCCESS");
    assertThat(
            cloud
                .serverJob(created.getJobId())
                .getEntities()
                .getSubJobs()
                .get(0)
                .getEntities()
                .getServerId())
        .isEqualTo(created.getServerIds().get(0));
  }

  @Test
  void aDiskIsAttachedExtendedDetachedAndDeleted() {
    String server = server();
    String disk = disk();

    cloud.attach(server, disk);
    assertThat(watch(() -> cloud.disk(disk).getStatus())).containsExactly("attaching", "in-use");
    cloud.extendDisk(disk, 20);
    assertThat(watch(() -> cloud.disk(disk).getStatus())).containsExactly("extending", "in-use");
    assertThat(cloud.disk(disk).getSize()).isEqualTo(20);
    cloud.detach(server, disk);
    assertThat(watch(() -> cloud.disk(disk).getStatus())).containsExactly("detaching", "available");
    cloud.deleteDisk(disk);
    assertThat(watch(() -> lookUnlessGone(() -> cloud.disk(disk).getStatus())))
        .containsExactly("deleting", "404 404");
  }

  @Test
  void extendingIsRefusedWhileTheDiskIsBeingAttached() {
    String server = server();
    String disk = disk();
    cloud.attach(server, disk);
    assertThatThrownBy(() -> cloud.extendDisk(disk, 20))
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(400);
              assertThat(refused.getErrorCode()).isEqualTo("EVS.1064");
              assertThat(refused.getErrorMsg()).contains(disk);
              assertThat(refused.getRequestId()).isNotBlank();
            });
    assertThat(cloud.disk(disk).getStatus()).isEqualTo("attaching");
  }

  @Test
  void aDeletedServerShowsItsOldStatusUntilItIsGone() {
    String server = server();
    cloud.deleteServer(server);
    assertThat(watch(() -> lookUnlessGone(() -> look(server))))
        .containsExactly("ACTIVE/deleting", "404 Ecs.0114");
  }

  @Test
  void aDeletionThatFailsLeavesADiskThatNothingCanBeDoneWith() {
    String server = server();
    String disk = disk();
    ecsim.fault(
        """
        {"name": "stuck", "on": {"edge": "volume.delete"}, "do": {"fail": "EVS.2020"}}""");

    String job = cloud.deleteDisk(disk);
    assertThat(watch(() -> cloud.disk(disk).getStatus()))
        .containsExactly("deleting", "error_deleting");
    assertThat(cloud.diskJob(job).getStatus().getValue()).isEqualTo("FAIL");
    assertThat(cloud.diskJob(job).getErrorCode()).isEqualTo("EVS.2020");
    assertThat(cloud.diskJob(job).getFailReason()).isNotBlank();

    assertRefused(() -> cloud.deleteDisk(disk), "EVS.1046");
    assertRefused(() -> cloud.extendDisk(disk, 20), "EVS.1064");
    assertRefused(() -> cloud.attach(server, disk), "Ecs.0103");
    assertThat(cloud.disk(disk).getStatus()).isEqualTo("error_deleting");
  }

  private static void assertRefused(Runnable request, String code) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            ClientRequestException.class,
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(400);
              assertThat(refused.getErrorCode()).isEqualTo(code);
            });
  }
}
