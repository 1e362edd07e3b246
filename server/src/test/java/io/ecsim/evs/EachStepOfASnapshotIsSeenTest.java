package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.ClockMode;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clock that shows each step twice and wastes no time: whoever polls comes to the end. */
class EachStepOfASnapshotIsSeenTest {
  @RegisterExtension final Shop shop = new Shop();
  private final Vault vault = new Vault(shop);

  EachStepOfASnapshotIsSeenTest() {
    shop.ecsim.clock(ClockMode.INSTANT).show(2);
  }

  @Test
  void who_polls_the_job_of_a_snapshot_sees_it_run_and_end() {
    HttpAnswer created = vault.snap(disk("data"), "");

    assertThat(polled(() -> vault.job(created.at("/job_id")).at("/status")))
        .startsWith("RUNNING")
        .endsWith("SUCCESS");
    assertThat(vault.status(created.at("/snapshot_id"))).isEqualTo("available");
  }

  @Test
  void who_polls_the_job_of_a_group_sees_it_run_and_end() {
    HttpAnswer created = vault.group("'volume_ids':['" + disk("one") + "','" + disk("two") + "']");
    String id = created.at("/snapshot_group_id");

    assertThat(polled(() -> vault.job(created.at("/job_id")).at("/status")))
        .startsWith("RUNNING")
        .endsWith("SUCCESS");
    assertThat(vault.groupStatus(id)).isEqualTo("available");
  }

  @Test
  void who_polls_the_group_alone_sees_it_come_and_go() {
    String id = vault.group("'volume_ids':['" + disk("one") + "']").at("/snapshot_group_id");
    assertThat(polled(() -> vault.groupStatus(id))).startsWith("creating").endsWith("available");

    vault.deleteGroup(id);
    assertThat(polled(() -> vault.groupStatus(id))).startsWith("deleting").endsWith("");
  }

  private String disk(String name) {
    String id = shop.creating(name);
    polled(() -> shop.status(id));
    return id;
  }

  /** What is told, one look after the other, until it does not change any more. */
  private static List<String> polled(Supplier<String> look) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      told.add(look.get());
    }
    return told;
  }
}
