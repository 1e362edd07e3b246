package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk is uploading, then as before, and there is an image that disks can be made from. */
class ADiskBecomesAnImageTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void the_image_is_queued_saving_and_active(String version) {
    String disk = shop.disk("data");
    HttpAnswer begun = upload(version, disk, "");
    String image = begun.at("/os-volume_upload_image/image_id");

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.at("/os-volume_upload_image/status")).isEqualTo("uploading");
    assertThat(begun.at("/os-volume_upload_image/disk_format")).isEqualTo("zvhd2");
    assertThat(begun.at("/os-volume_upload_image/container_format")).isEqualTo("bare");
    assertThat(begun.at("/os-volume_upload_image/volume_type/name")).isEqualTo("SAS");
    assertThat(imageStatus(image)).isEqualTo("queued");
    assertThat(create(image).at("/error/code")).isEqualTo("EVS.5400");
    shop.ecsim.advance(Duration.ofSeconds(2));
    assertThat(imageStatus(image)).isEqualTo("saving");
    shop.ecsim.advance(Duration.ofSeconds(8));
    assertThat(imageStatus(image)).isEqualTo("active");
    assertThat(shop.status(disk)).isEqualTo("available");

    HttpAnswer listed =
        shop.ecsim
            .http()
            .get("/ims/v2/cloudimages?__imagetype=private", "X-Project-Id", Ecsim.PROJECT);
    assertThat(listed.at("/images/0/id")).isEqualTo(image);
    assertThat(listed.at("/images/0/min_disk")).isEqualTo("10");
    shop.ecsim.advanceToIdle();
    String made = create(image).at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(made)).isEqualTo("available");
    assertThat(shop.show(made).at("/volume/volume_image_metadata/image_id")).isEqualTo(image);
  }

  @ParameterizedTest
  @CsvSource({"volume.upload", "image.create"})
  void a_failure_leaves_the_disk_as_it_was_and_no_usable_image(String edge) {
    String disk = shop.disk("data");
    shop.lay(edge, new Effect.Fail(null));
    String image = upload("v3", disk, "").at("/os-volume_upload_image/image_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(imageStatus(image)).isEqualTo("killed");
    assertThat(create(image).status()).isEqualTo(400);
  }

  @Test
  void a_disk_in_use_is_copied_by_force_only() {
    String disk = shop.disk("data");
    shop.force("volume", disk, VolumeStatus.IN_USE);

    assertThat(upload("v3", disk, "").at("/badRequest/message")).startsWith("Invalid volume: ");
    assertThat(upload("v3", disk, ",'force':true").status()).isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("uploading");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("in-use");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'image_name':' x'",
        "'image_name':'a/b'",
        "'image_name':'x','disk_format':'iso'",
        "'image_name':'x','container_format':'docker'",
        "'image_name':'x','__os_type':'bsd'",
        "'force':true"
      })
  void what_cannot_be_is_refused(String members) {
    String disk = shop.disk("data");

    assertThat(act("v3", disk, "{" + members + "}").json().has("badRequest")).isTrue();
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  private HttpAnswer create(String image) {
    return shop.create("'size':40,'imageRef':'" + image + "'");
  }

  private HttpAnswer upload(String version, String disk, String members) {
    return act(version, disk, "{'image_name':'golden'" + members + "}");
  }

  private HttpAnswer act(String version, String disk, String wanted) {
    return shop.ecsim
        .http()
        .post(
            "/evs/%s/%s/volumes/%s/action".formatted(version, Ecsim.PROJECT, disk),
            ("{'os-volume_upload_image':" + wanted + "}").replace('\'', '"'));
  }

  private String imageStatus(String id) {
    return shop.ecsim
        .http()
        .get("/ims/v2/images/" + id, "X-Project-Id", Ecsim.PROJECT)
        .at("/status");
  }
}
