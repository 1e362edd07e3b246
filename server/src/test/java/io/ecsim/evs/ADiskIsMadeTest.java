package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.ImageMetadata;
import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The creation of disks: evs-lifecycle.md b.1. */
class ADiskIsMadeTest {
  private final Lab lab = new Lab();

  @Test
  void a_blank_disk_is_creating_before_it_is_available() {
    Ref disk = lab.creating("data");

    assertThat(lab.status(disk)).isEqualTo("creating");
    lab.pass(2);
    assertThat(lab.status(disk)).isEqualTo("creating");
    lab.pass(1);
    assertThat(lab.status(disk)).isEqualTo("available");
    assertThat(lab.life(disk)).containsExactly("creating", "available");
  }

  @Test
  void a_disk_from_an_image_is_filled_on_the_way() {
    Ref disk =
        lab.make(
            new VolumeDraft("SAS", Lab.ZONE, 40)
                .image(ImageMetadata.of(Lab.IMAGES.find(null, Lab.PROJECT, Lab.IMAGE)))
                .made());
    lab.world.advanceToIdle();

    assertThat(lab.life(disk)).containsExactly("creating", "downloading", "available");
  }

  @Test
  void a_creation_can_fail_into_error() {
    lab.lay("volume.create", new Effect.Fail(null));
    Ref disk = lab.creating("data");
    Job job = lab.world.read().job(lab.see(disk).job());
    lab.world.advanceToIdle();

    assertThat(lab.life(disk)).containsExactly("creating", "error");
    assertThat(lab.job(job).phase()).isEqualTo(Phase.FAIL);
    assertThat(lab.job(job).code()).isEqualTo("EVS.2024");
  }

  @Test
  void a_creation_can_hang() {
    lab.lay("volume.create", new Effect.Stall(-1));
    Ref disk = lab.creating("data");
    lab.pass(100_000);

    assertThat(lab.status(disk)).isEqualTo("creating");
  }

  @Test
  void disks_of_one_moment_were_created_one_after_the_other() {
    List<String> times =
        List.of("a", "b", "c").stream()
            .map(lab::creating)
            .map(disk -> Times.created(lab.see(disk)))
            .toList();

    assertThat(times)
        .containsExactly(
            "1970-01-01T00:16:40.000000",
            "1970-01-01T00:16:40.000001",
            "1970-01-01T00:16:40.000002");
  }

  @Test
  void a_servers_disk_is_made_for_it_and_attached() {
    Ref server = lab.server("web", List.of(Lab.order("system", Lab.IMAGE, 0, true)));
    Ref disk = new Ref("volume", Lab.PROJECT, "system");

    assertThat(lab.world.read().usersOf(server)).hasSize(1);
    assertThat(lab.disks.of(lab.world.read(), server)).isEmpty();
    lab.world.advanceToIdle();

    assertThat(lab.life(disk))
        .containsExactly("creating", "downloading", "available", "attaching", "in-use");
    assertThat(lab.see(disk).spec().claim()).isNull();
    assertThat(lab.see(disk).spec().bootable()).isTrue();
    assertThat(lab.see(disk).spec().image()).containsEntry("image_name", "Ubuntu 22.04");
    assertThat(lab.disks.of(lab.world.read(), server))
        .singleElement()
        .satisfies(
            attached -> {
              assertThat(attached.device()).isEqualTo("/dev/vda");
              assertThat(attached.bootIndex()).isZero();
              assertThat(attached.deleteOnTermination()).isTrue();
              assertThat(attached.status()).isEqualTo("in-use");
            });
  }

  @Test
  void a_server_that_cannot_have_one_of_its_disks_leaves_none() {
    lab.world.transact(
        tx ->
            tx.lay(
                "the second",
                new Target.OnEdge("volume.attach"),
                Where.ANYWHERE,
                new When(2, 0, 0, -1, 0, 0),
                new Effect.Fail(null)));
    Ref server =
        lab.server(
            "web",
            List.of(Lab.order("system", Lab.IMAGE, 0, true), Lab.order("data", null, -1, false)));
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isFalse();
    assertThat(lab.world.read().shelf("volume", Lab.PROJECT).size()).isZero();
  }
}
