package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.Attachment;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.State;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Attaching and detaching, by one server and by several: evs-lifecycle.md b.1, b.5. */
class ADiskIsAttachedTest {
  private final Lab lab = new Lab();
  private final Ref server = lab.server("web");

  @Test
  void the_link_is_there_from_the_beginning_but_counts_at_the_end() {
    Ref disk = lab.disk("data");
    lab.attach(disk, server);

    assertThat(lab.status(disk)).isEqualTo("attaching");
    assertThat(lab.world.read().usersOf(server)).hasSize(1);
    assertThat(lab.see(disk).spec().attachments()).noneMatch(Attachment::made);
    assertThat(lab.disks.of(lab.world.read(), server))
        .singleElement()
        .satisfies(attached -> assertThat(attached.device()).isEqualTo("/dev/vdb"));
    lab.pass(2);

    assertThat(lab.status(disk)).isEqualTo("in-use");
    assertThat(lab.see(disk).spec().attachments()).allMatch(Attachment::made);
  }

  @Test
  void detaching_sets_it_free() {
    Ref disk = lab.attached("data", server);
    lab.detach(disk, server);

    assertThat(lab.status(disk)).isEqualTo("detaching");
    assertThat(lab.see(disk).spec().attachments()).hasSize(1);
    lab.pass(2);

    assertThat(lab.life(disk))
        .containsExactly("creating", "available", "attaching", "in-use", "detaching", "available");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
  }

  @Test
  void an_attaching_that_fails_is_taken_back() {
    Ref disk = lab.disk("data");
    lab.lay("volume.attach", new Effect.Fail(null));
    Job job = lab.attach(disk, server);
    lab.world.advanceToIdle();

    assertThat(lab.life(disk)).endsWith("attaching", "available");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
    assertThat(lab.job(lab.world.read().job(lab.job(job).parts().get(0))).code())
        .isEqualTo("EVS.2134");
  }

  @Test
  void a_detaching_that_fails_leaves_it_in_use() {
    Ref disk = lab.attached("data", server);
    lab.lay("volume.detach", new Effect.Fail(null));
    Job job = lab.detach(disk, server);
    lab.world.advanceToIdle();

    assertThat(lab.life(disk)).endsWith("detaching", "in-use");
    assertThat(lab.see(disk).spec().in(server)).isPresent();
    assertThat(lab.job(job).phase()).isEqualTo(Phase.FAIL);
  }

  @Test
  void a_detaching_can_also_end_in_error_detaching() {
    Ref disk = lab.attached("data", server);
    lab.lay("volume.detach", new Effect.Fail("EVS.2021"));
    lab.detach(disk, server);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("error_detaching");
  }

  @Test
  void a_shared_disk_is_free_only_after_the_last_detaching() {
    Ref second = lab.server("second");
    Ref disk = lab.shared("data");
    for (Ref each : List.of(server, second)) {
      lab.attach(disk, each);
      lab.world.advanceToIdle();
    }
    for (Ref each : List.of(server, second)) {
      lab.detach(disk, each);
      lab.world.advanceToIdle();
    }

    assertThat(lab.life(disk))
        .containsExactly(
            "creating",
            "available",
            "attaching",
            "in-use",
            "attaching",
            "in-use",
            "detaching",
            "in-use",
            "detaching",
            "available");
  }

  @Test
  void a_shared_attaching_that_fails_leaves_the_others_alone() {
    Ref disk = lab.shared("data");
    lab.attach(disk, server);
    lab.world.advanceToIdle();
    lab.lay("volume.attach", new Effect.Fail(null));
    lab.attach(disk, lab.server("second"));
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("in-use");
    assertThat(lab.see(disk).spec().uses()).containsExactly(server);
  }

  @Test
  void sixteen_servers_share_a_disk_but_not_seventeen() {
    Ref disk = lab.shared("data");
    IntStream.range(0, 16)
        .mapToObj(i -> lab.server("s" + i))
        .forEach(
            each -> {
              lab.attach(disk, each);
              lab.world.advanceToIdle();
            });
    Ref oneMore = lab.server("one more");
    State before = lab.world.read();

    refused("Ecs.0017", () -> lab.attach(disk, oneMore));
    assertThat(lab.world.read()).isEqualTo(before);
    assertThat(lab.see(disk).spec().attachments()).hasSize(16);
  }

  @Test
  void the_same_server_cannot_have_it_twice() {
    Ref disk = lab.shared("data");
    lab.attach(disk, server);
    lab.world.advanceToIdle();

    refused("Ecs.0057", () -> lab.attach(disk, server));
  }

  @Test
  void only_its_own_server_can_detach_it() {
    Ref disk = lab.attached("data", server);

    refused("Ecs.0111", () -> lab.detach(disk, lab.server("second")));
  }

  @Test
  void whether_it_goes_with_its_server_can_be_changed() {
    Ref disk = lab.attached("data", server);
    lab.world.transact(
        tx -> {
          lab.disks.deleteOnTermination(tx, disk, server, true);
          return null;
        });

    assertThat(lab.disks.of(lab.world.read(), server))
        .singleElement()
        .satisfies(attached -> assertThat(attached.deleteOnTermination()).isTrue());
  }

  @Test
  void a_server_lists_its_system_disk_first_and_the_others_as_they_came() {
    Ref late = lab.disk("late");
    Ref early = lab.disk("early");
    Ref full =
        lab.server("full", List.of(Lab.order("d", null, -1, false), Lab.order("s", null, 0, true)));
    lab.world.advanceToIdle();
    lab.attach(early, full);
    lab.world.advanceToIdle();
    lab.attach(late, full);

    assertThat(lab.disks.of(lab.world.read(), full))
        .extracting(attached -> attached.ref().id())
        .containsExactly("s", "d", early.id(), late.id());
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
