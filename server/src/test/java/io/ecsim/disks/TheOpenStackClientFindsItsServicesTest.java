package io.ecsim.disks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Caller;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code openstack volume create} asks disks and images for their versions before it begins. */
class TheOpenStackClientFindsItsServicesTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/evs, v3.0, /v3/", "/evs/, v3.0, /v3/", "/ims, v2.5, /v2/", "/ims/, v2.5, /v2/"})
  void each_tells_its_versions(String root, String version, String path) {
    HttpAnswer versions = cloud.http().get(root);

    assertThat(versions.status()).isEqualTo(300);
    assertThat(Caller.each(versions.json().path("versions")))
        .filteredOn(told -> told.path("status").asText().equals("CURRENT"))
        .singleElement()
        .satisfies(told -> assertThat(told.path("id").asText()).isEqualTo(version))
        .satisfies(
            told ->
                assertThat(told.at("/links/0/href").asText())
                    .isEqualTo(cloud.url() + root.replaceAll("/$", "") + path));
  }
}
