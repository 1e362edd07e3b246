package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.VolumeType;
import io.ecsim.sim.State;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cloud refuses, with which code, and that nothing changes (evs-schemas.md 2, 3, 8). */
class RefusedRequestsTest {
  @RegisterExtension final Shop shop = new Shop(inventory());

  /** One type is sold out in one zone and not offered in another; quotas are small. */
  private static Inventory inventory() {
    Inventory all = Inventory.builtIn("cn-north-4");
    return new Inventory(
        all.region(),
        all.zones(),
        all.account(),
        all.volumeTypes().stream().map(RefusedRequestsTest::scarce).toList(),
        all.flavors(),
        all.images(),
        all.network(),
        all.limits().with(Limit.VOLUMES, 5).with(Limit.GIGABYTES, 2000));
  }

  private static VolumeType scarce(VolumeType type) {
    return type.name().equals("ESSD")
        ? new VolumeType(
            type.id(),
            type.name(),
            List.of("cn-north-4a", "cn-north-4b"),
            List.of("cn-north-4b"),
            type.systemSize(),
            type.dataSize(),
            type.iops(),
            type.throughput(),
            type.provisionedIops(),
            type.provisionedThroughput())
        : type;
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                                                       | EVS.1008
          []                                                                       | EVS.1008
          {'volume':5}                                                             | EVS.1008
          {'volume':{}}                                                            | EVS.1036
          {'volume':{'availability_zone':'cn-north-4a','size':10}}                 | EVS.1020
          {'volume':{ZONE,'volume_type':'FAST','size':10}}                         | EVS.1020
          {'volume':{'availability_zone':'x','volume_type':'SAS','size':10}}       | EVS.1036
          {'volume':{SAS}}                                                         | EVS.2084
          {'volume':{SAS,'size':0}}                                                | EVS.2084
          {'volume':{SAS,'size':-5}}                                               | EVS.2084
          {'volume':{SAS,'size':'10'}}                                             | EVS.1010
          {'volume':{SAS,'size':9}}                                                | EVS.1010
          {'volume':{SAS,'size':32769}}                                            | EVS.1010
          {'volume':{SAS,'size':99999999999}}                                      | EVS.1010
          {'volume':{SAS,'size':39,'imageRef':'ubuntu'}}                           | EVS.1010
          {'volume':{SAS,'size':1025,'imageRef':'ubuntu'}}                         | EVS.1010
          {'volume':{SAS,'size':10,'count':0}}                                     | EVS.1021
          {'volume':{SAS,'size':10,'count':101}}                                   | EVS.1021
          {'volume':{SAS,'size':10,'count':'2'}}                                   | EVS.1021
          {'volume':{SAS,'size':10,'count':2,'backup_id':'b'}}                     | EVS.1051
          {'volume':{SAS,'size':10,'backup_id':'b'}}                               | EVS.1045
          {'volume':{SAS,'size':10,'snapshot_id':'s'}}                             | EVS.2045
          {'volume':{SAS,'size':10,'imageRef':'i'}}                                | EVS.2046
          {'volume':{SAS,'size':10,'imageRef':'i','snapshot_id':'s'}}              | EVS.1016
          {'volume':{SAS,'size':40,'imageRef':'ubuntu','multiattach':true}}        | EVS.2094
          {'volume':{SAS,'size':10,'shareable':'perhaps'}}                         | EVS.1054
          {'volume':{SAS,'size':10,'multiattach':'yes'}}                           | EVS.1018
          {'volume':{SAS,'size':10,'name':5}}                                      | EVS.1003
          {'volume':{SAS,'size':10,'name':'LONG'}}                                 | EVS.1003
          {'volume':{SAS,'size':10,'description':'LONG'}}                          | EVS.1004
          {'volume':{SAS,'size':10,'enterprise_project_id':'x'}}                   | EVS.2059
          {'volume':{SAS,'size':10,'metadata':{'a':1}}}                            | EVS.1018
          {'volume':{SAS,'size':10,'metadata':{'a':'LONG'}}}                       | EVS.1005
          {'volume':{SAS,'size':10,'metadata':{'hw:passthrough':'yes'}}}           | EVS.1057
          {'volume':{SAS,'size':10,'metadata':{'full_clone':'2'}}}                 | EVS.1063
          {'volume':{SAS,'size':10,'metadata':{'__system__encrypted':'1'}}}        | EVS.2041
          {'volume':{SAS,'size':40,'imageRef':'ubuntu','metadata':{'hw:passthrough':'true'}}} | EVS.1043
          {'volume':{SAS,'size':10,'tags':{'a*':'b'}}}                             | EVS.1062
          {'volume':{SAS,'size':10,'tags':{'':'b'}}}                               | EVS.1062
          {'volume':{SAS,'size':10,'tags':{'a':1}}}                                | EVS.1062
          {'volume':{SAS,'size':10,'iops':3000}}                                   | EVS.2231
          {'volume':{ZONE,'volume_type':'GPSSD2','size':10,'throughput':125}}      | EVS.2231
          {'volume':{ZONE,'volume_type':'GPSSD2','size':10,'iops':3000}}           | EVS.5400
          {'volume':{ZONE,'volume_type':'GPSSD2','size':10,'iops':6000,'throughput':125}} | EVS.2231
          {'volume':{ZONE,'volume_type':'GPSSD2','size':10,'iops':3000,'throughput':800}} | EVS.5400
          {'volume':{'availability_zone':'cn-north-4b','volume_type':'ESSD','size':10}}   | EVS.2072
          {'volume':{'availability_zone':'cn-north-4c','volume_type':'ESSD','size':10}}   | EVS.2071
          {'volume':{SAS,'size':10,'count':6}}                                     | EVS.1034
          {'volume':{SAS,'size':700,'count':3}}                                    | EVS.1042
          {'volume':{SAS,'size':10},'server_id':'s'}                               | EVS.2131
          {'volume':{SAS,'size':10},'bssParam':{'chargingMode':'free'}}            | EVS.2147
          """)
  void creations_that_are_refused(String body, String code) {
    check(shop.ecsim.http().post(Shop.CREATE, json(body)), code);
  }

  @Test
  void what_is_not_modelled_says_so() {
    HttpAnswer pooled =
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                json(
                    "{'volume':{SAS,'size':10},"
                        + "'OS-SCH-HNT:scheduler_hints':{'dedicated_storage_id':'pool'}}"));

    assertThat(pooled.status()).isEqualTo(501);
    assertThat(pooled.at("/error/message")).contains("CreateVolume").contains("pool");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                              | EVS.1011
          {'os-extend':{}}                | EVS.1018
          {'os-extend':{'new_size':'20'}} | EVS.1018
          {'os-extend':{'new_size':20.5}} | EVS.1018
          {'os-extend':{'new_size':10}}   | EVS.1015
          {'os-extend':{'new_size':32769}}| EVS.1014
          {'os-extend':{'new_size':2001}} | EVS.1042
          """)
  void extensions_that_are_refused(String body, String code) {
    String id = shop.disk("data");

    check(shop.ecsim.http().post(Shop.CREATE + "/" + id + "/action", json(body)), code);
  }

  @Test
  void what_is_growing_counts_as_grown() {
    String first = shop.disk("first");
    String second = shop.disk("second");
    assertThat(shop.extend(first, "1500").status()).isEqualTo(202);

    assertThat(shop.extend(second, "501").at("/error/code")).isEqualTo("EVS.1042");
    assertThat(shop.extend(second, "500").status()).isEqualTo(202);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                   | EVS.1001
          {'volume':{}}                        | EVS.1007
          {'volume':{'size':5}}                | EVS.1007
          {'volume':{'name':5}}                | EVS.1003
          {'volume':{'name':'LONG'}}           | EVS.1003
          {'volume':{'description':{}}}        | EVS.1004
          {'volume':{'description':'LONG'}}    | EVS.1004
          """)
  void updates_that_are_refused(String body, String code) {
    String id = shop.disk("data");

    check(shop.ecsim.http().put(Shop.BASE + "/" + id, json(body)), code);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                                                   | EVS.5400
          {'action':'drop','tags':[{'key':'k'}]}                               | EVS.5400
          {'action':'create','tags':[{'value':'v'}]}                           | EVS.1062
          {'action':'create','tags':[{'key':'k','value':'<'}]}                 | EVS.1062
          {'action':'create','tags':[{'key':'k'},{'key':'k','value':'v'}]}     | EVS.1062
          {'action':'create','tags':[MANY]}                                    | EVS.1061
          """)
  void tags_that_are_refused(String body, String code) {
    String id = shop.disk("data");
    var many = new StringBuilder("{'key':'k0'}");
    for (int i = 1; i <= 20; i++) {
      many.append(",{'key':'k").append(i).append("'}");
    }

    check(
        shop.ecsim
            .http()
            .post(Shop.BASE + "/" + id + "/tags/action", json(body.replace("MANY", many))),
        code);
  }

  @Test
  void unknown_disks_are_not_found() {
    String tags = "{\"action\":\"create\",\"tags\":[{\"key\":\"k\"}]}";

    assertThat(shop.show("x").status()).isEqualTo(404);
    assertThat(shop.delete("x").at("/error/code")).isEqualTo("EVS.5404");
    assertThat(shop.delete("x").status()).isEqualTo(404);
    assertThat(shop.extend("x", "20").status()).isEqualTo(404);
    assertThat(shop.put("x", "{'volume':{'name':'n'}}").status()).isEqualTo(404);
    assertThat(shop.ecsim.http().post(Shop.BASE + "/x/tags/action", tags).status()).isEqualTo(404);
    assertThat(shop.ecsim.http().get(Shop.BASE + "/x/tags").status()).isEqualTo(404);
  }

  private void check(HttpAnswer answer, String code) {
    State state = shop.ecsim.world().read();
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).isNotEmpty();
    assertThat(state.jobs().values()).allMatch(job -> job.phase().over());
    assertThat(state.shelf("volume", Ecsim.PROJECT).all())
        .allMatch(disk -> disk.status() == VolumeStatus.AVAILABLE)
        .allMatch(disk -> disk.spec().name().equals("data") && disk.spec().tags().isEmpty());
  }

  private static String json(String text) {
    return text.replace("SAS}", "ZONE,'volume_type':'SAS'}")
        .replace("SAS,", "ZONE,'volume_type':'SAS',")
        .replace("ZONE", "'availability_zone':'cn-north-4a'")
        .replace("LONG", "é".repeat(128))
        .replace('\'', '"');
  }
}
