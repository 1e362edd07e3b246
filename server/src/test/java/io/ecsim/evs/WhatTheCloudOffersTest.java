package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types, zones, quotas, versions: evs-schemas.md 7. */
class WhatTheCloudOffersTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void types_say_where_they_are_sold(String version) {
    String path = "/evs/" + version + "/" + Ecsim.PROJECT + "/types";
    JsonNode types = shop.ecsim.http().get(path).json().path("volume_types");

    assertThat(types).hasSize(7);
    JsonNode sata = types.get(0);
    assertThat(sata.path("name").textValue()).isEqualTo("SATA");
    assertThat(sata.at("/extra_specs/RESKEY:availability_zones").textValue())
        .isEqualTo("cn-north-4a,cn-north-4b,cn-north-4c");
    assertThat(sata.at("/extra_specs/os-vendor-extended:sold_out_availability_zones").textValue())
        .isEqualTo("cn-north-4a,cn-north-4b,cn-north-4c");
    HttpAnswer one = shop.ecsim.http().get(path + "/" + sata.path("id").textValue());
    assertThat(one.at("/volume_type/name")).isEqualTo("SATA");
    assertThat(shop.ecsim.http().get(path + "/x").status()).isEqualTo(404);
    assertThat(shop.ecsim.http().get(path + "/x").at("/itemNotFound/code")).isEqualTo("404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void zones(String version) {
    JsonNode zones =
        shop.ecsim
            .http()
            .get("/evs/" + version + "/" + Ecsim.PROJECT + "/os-availability-zone")
            .json()
            .path("availabilityZoneInfo");

    assertThat(zones).hasSize(3);
    assertThat(zones.at("/0/zoneName").textValue()).isEqualTo("cn-north-4a");
    assertThat(zones.at("/0/zoneState/available").booleanValue()).isTrue();
  }

  @Test
  void quotas_know_what_is_used() {
    String id = shop.disk("a");
    shop.create("'size':20,'name':'b'");
    shop.extend(id, "15");
    JsonNode quotas = quotas("?usage=True");

    assertThat(quotas.path("id").textValue()).isEqualTo(Ecsim.PROJECT);
    assertThat(quotas.at("/volumes/in_use").intValue()).isEqualTo(2);
    assertThat(quotas.at("/gigabytes/in_use").intValue()).isEqualTo(30);
    assertThat(quotas.at("/gigabytes/reserved").intValue()).isEqualTo(5);
    assertThat(quotas.at("/volumes_SAS/in_use").intValue()).isEqualTo(2);
    assertThat(quotas.at("/volumes_SAS/limit").intValue()).isEqualTo(-1);
    assertThat(quotas.at("/gigabytes_SSD/in_use").intValue()).isZero();
    assertThat(quotas.at("/snapshots/in_use").intValue()).isZero();
    shop.ecsim.advanceToIdle();
    assertThat(quotas("?usage=True").at("/gigabytes/in_use").intValue()).isEqualTo(35);
    assertThat(quotas("?usage=True").at("/gigabytes/reserved").intValue()).isZero();
  }

  @Test
  void quotas_without_usage_are_numbers() {
    assertThat(quotas("").path("volumes").intValue()).isEqualTo(1000);
  }

  private JsonNode quotas(String query) {
    return shop.ecsim
        .http()
        .get("/evs/v3/" + Ecsim.PROJECT + "/os-quota-sets/" + Ecsim.PROJECT + query)
        .json()
        .path("quota_set");
  }

  @Test
  void versions_are_multiple_choices() {
    HttpAnswer versions = shop.ecsim.http().get("/evs/");

    assertThat(versions.status()).isEqualTo(300);
    assertThat(versions.json().path("versions")).hasSize(3);
    assertThat(versions.at("/versions/2/id")).isEqualTo("v3.0");
    assertThat(shop.ecsim.http().get("/evs/v2").at("/versions/0/status")).isEqualTo("SUPPORTED");
  }
}
