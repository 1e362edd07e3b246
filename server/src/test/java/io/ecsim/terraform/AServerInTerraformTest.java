package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AServerInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed server;

  @BeforeEach
  void attach() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance");
  }

  private String inTheCloud(String pointer) {
    return servers.get(server.id()).at("/server" + pointer);
  }

  private Object[] config(Object... more) {
    return servers.config(more);
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    String one = servers.securityGroup("one");
    String two = servers.securityGroup("two");
    Object[] config =
        config(
            "description",
            "what it is for",
            "admin_pass",
            "Abcd!2345",
            "agency_name",
            "agency",
            "agent_list",
            "hss",
            "auto_terminate_time",
            "2028-01-01T00:00:00Z",
            "system_disk_size",
            50,
            "user_data",
            "#!/bin/sh",
            "metadata",
            block("a", "b"),
            "tags",
            block("role", "web"),
            "security_group_ids",
            List.of(two, one),
            "network",
            List.of(servers.card("source_dest_check", false), servers.card("access_network", true)),
            "data_disks",
            List.of(
                block("type", "SAS", "size", 20, "delete_on_termination", "true"),
                block("type", "SSD", "size", 30)));
    server.apply(config);

    assertThat(inTheCloud("/status")).isEqualTo("ACTIVE");
    assertThat(inTheCloud("/description")).isEqualTo("what it is for");
    assertThat(inTheCloud("/metadata/agency_name")).isEqualTo("agency");
    assertThat(inTheCloud("/metadata/__support_agent_list")).isEqualTo("hss");
    assertThat(inTheCloud("/metadata/a")).isEqualTo("b");
    assertThat(inTheCloud("/auto_terminate_time")).isEqualTo("2028-01-01T00:00:00Z");
    assertThat(inTheCloud("/OS-EXT-SRV-ATTR:user_data")).isEqualTo("IyEvYmluL3No");
    assertThat(inTheCloud("/tags/0")).isEqualTo("role=web");

    Values state = server.state();
    assertThat(state.number("system_disk_size")).isEqualTo(50);
    assertThat(state.texts("security_group_ids")).containsExactly(two, one);
    assertThat(state.texts("security_groups")).containsExactlyInAnyOrder("one", "two");
    assertThat(state.blocks("volume_attached")).hasSize(3);
    assertThat(state.blocks("network")).hasSize(2);
    assertThat(state.text("access_ip_v4"))
        .isEqualTo(state.blocks("network").get(1).text("fixed_ip_v4"));
    assertThat(state.text("user_data")).isEqualTo("#!/bin/sh");
    assertThat(state.text("charging_mode")).isEqualTo("postPaid");
    assertThat(state.text("image_name")).isEqualTo("Ubuntu 22.04 server 64bit");
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void computedAttributesAreUnknownBeforeItIsMade() {
    var plan = server.plan(config());

    assertThat(plan.action()).isEqualTo(Action.CREATE);
    for (String name : List.of("id", "status", "access_ip_v4", "volume_attached", "image_name")) {
      assertThat(plan.isUnknown(name)).as(name).isTrue();
    }
    assertThat(plan.values().get("delete_eip_on_termination")).isEqualTo(true);
  }

  @Test
  void imageAndFlavorMayBeGivenByName() {
    Object[] config =
        config(
            "image_id",
            null,
            "image_name",
            "Ubuntu 22.04 server 64bit",
            "flavor_id",
            null,
            "flavor_name",
            "s3.large.2");
    server.apply(config);
    assertThat(server.state().text("image_id")).isEqualTo(cloud.image());
    assertThat(server.state().text("flavor_id")).isEqualTo("s3.large.2");
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "name, other, /name",
    "description, other, /description",
    "agency_name, other, /metadata/agency_name",
    "agent_list, ces, /metadata/__support_agent_list",
    "auto_terminate_time, 2027-06-01T00:00:00Z, /auto_terminate_time",
    "power_action, OFF, /status"
  })
  void isChangedInPlace(String argument, String value, String pointer) {
    server.apply(config());
    String id = server.id();

    assertThat(server.plan(config(argument, value)).action()).isEqualTo(Action.UPDATE);
    server.apply(config(argument, value));

    assertThat(server.id()).isEqualTo(id);
    assertThat(inTheCloud(pointer)).isEqualTo(value.equals("OFF") ? "SHUTOFF" : value);
    assertThat(server.plan(config(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void metadataComesAndGoes() {
    server.apply(config("metadata", block("a", "1", "b", "2")));
    server.apply(config("metadata", block("b", "3", "c", "4")));
    assertThat(inTheCloud("/metadata/a")).isEmpty();
    assertThat(inTheCloud("/metadata/b")).isEqualTo("3");
    assertThat(inTheCloud("/metadata/c")).isEqualTo("4");
  }

  @Test
  void tagsAreReplacedAsAWholeAndRemovedWithTheArgument() {
    server.apply(config("tags", block("a", "1", "b", "2")));
    server.apply(config("tags", block("a", "3")));
    assertThat(inTheCloud("/tags/0")).isEqualTo("a=3");
    assertThat(inTheCloud("/tags/1")).isEmpty();

    server.apply(config());
    assertThat(inTheCloud("/tags/0")).isEmpty();
    assertThat(server.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void tagsOfOthersAreNobodysBusiness() {
    server.apply(config("tags", block("a", "1")));
    cloud
        .http()
        .post(
            "/ecs/v1/" + Servers.PROJECT + "/cloudservers/" + server.id() + "/tags/action",
            "{\"action\": \"create\", \"tags\": [{\"key\": \"theirs\", \"value\": \"2\"}]}");
    assertThat(inTheCloud("/tags").isEmpty()).isTrue();
    assertThat(server.plan(config("tags", block("a", "1"))).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsFirstDiskGrows() {
    server.apply(config("system_disk_size", 40));
    server.apply(config("system_disk_size", 60));
    assertThat(server.state().blocks("volume_attached").get(0).number("size")).isEqualTo(60);
    assertThat(server.plan(config("system_disk_size", 60)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsFirstDiskDoesNotShrink() {
    server.apply(config("system_disk_size", 60));
    assertThat(server.attempt(config("system_disk_size", 50, "name", "other")))
        .singleElement()
        .asString()
        .contains("EVS.");
    assertThat(server.state().number("system_disk_size")).isEqualTo(60);
    assertThat(server.state().text("name")).isEqualTo("other");
  }

  @Test
  void userDataMayBeWrittenInBase64() {
    Object[] config = config("user_data", "IyEvYmluL3No");
    server.apply(config);
    assertThat(inTheCloud("/OS-EXT-SRV-ATTR:user_data")).isEqualTo("IyEvYmluL3No");
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void newUserDataReachesTheCloudAndARenameLeavesThemAlone() {
    server.apply(config("user_data", "#!/bin/sh"));
    server.apply(config("user_data", "other"));
    assertThat(inTheCloud("/OS-EXT-SRV-ATTR:user_data")).isEqualTo("b3RoZXI=");

    server.apply(config("user_data", "other", "name", "renamed"));
    assertThat(inTheCloud("/OS-EXT-SRV-ATTR:user_data")).isEqualTo("b3RoZXI=");
  }

  @Test
  void aNewPasswordIsSet() {
    server.apply(config("admin_pass", "Abcd!2345"));
    server.apply(config("admin_pass", "Efgh!2345"));
    assertThat(server.state().text("admin_pass")).isEqualTo("Efgh!2345");
  }

  @Test
  void itsSecurityGroupsKeepTheirOrder() {
    String one = servers.securityGroup("one");
    String two = servers.securityGroup("two");
    server.apply(config("security_group_ids", List.of(one)));

    Object[] both = config("security_group_ids", List.of(two, one));
    server.apply(both);

    assertThat(server.state().texts("security_group_ids")).containsExactly(two, one);
    assertThat(server.state().texts("security_groups")).containsExactlyInAnyOrder("one", "two");
    assertThat(server.plan(both).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsSecurityGroupsMayBeNamed() {
    String one = servers.securityGroup("one");
    servers.securityGroup("two");
    server.apply(config("security_groups", List.of("one")));
    assertThat(server.state().texts("security_group_ids")).containsExactly(one);

    assertThat(server.plan(config("security_groups", List.of("one"))).action())
        .isEqualTo(Action.NOTHING);
    var plan = server.plan(config("security_groups", List.of("two")));
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    assertThat(plan.isUnknown("security_group_ids")).isTrue();
  }

  @Test
  void aSecurityGroupThatIsNotThereIsNamed() {
    assertThat(server.attempt(config("security_groups", List.of("nobody"))))
        .singleElement()
        .asString()
        .contains("invalid security groups (num: 1)", "nobody");
    assertThat(server.exists()).isFalse();
  }

  @Test
  void aCardMayLetForeignPacketsThrough() {
    server.apply(config());
    Object[] open = config("network", List.of(servers.card("source_dest_check", false)));
    assertThat(server.plan(open).action()).isEqualTo(Action.UPDATE);
    server.apply(open);
    assertThat(server.plan(open).action()).isEqualTo(Action.NOTHING);
    assertThat(server.state().block("network").isSet("source_dest_check")).isFalse();

    server.apply(config());
    assertThat(server.state().block("network").isSet("source_dest_check")).isTrue();
  }

  @Test
  void isSwitchedOffWhenItIsMade() {
    server.apply(config("power_action", "OFF"));
    assertThat(inTheCloud("/status")).isEqualTo("SHUTOFF");
    assertThat(server.state().text("status")).isEqualTo("SHUTOFF");

    server.apply(config("power_action", "ON"));
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
    assertThat(server.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "availability_zone, cn-north-4b",
    "auto_pay, false",
    "eip_id, 1234",
    "enable_jumbo_frame, true",
    "region, cn-north-9",
    "spot_maximum_price, 1",
    "spot_duration, 1",
    "system_disk_dss_pool_id, 1234",
    "system_disk_iops, 3000",
    "system_disk_throughput, 300",
    "system_disk_type, SSD",
    "system_pass_through, true",
    "user_id, 1234"
  })
  void isMadeAnewWhereTheCloudCannotChangeIt(String argument, String value) {
    server.apply(config());

    var plan = server.plan(config(argument, value));

    assertThat(plan.action()).isEqualTo(Action.REPLACE);
    assertThat(plan.replacing()).containsExactly(argument);
  }

  @Test
  void oneCardMoreMakesItAnew() {
    server.apply(config());
    var plan = server.plan(config("network", List.of(servers.card(), servers.card())));
    assertThat(plan.action()).isEqualTo(Action.REPLACE);
    assertThat(plan.replacing()).containsExactly("network");
  }

  @Test
  void aDataDiskMoreOrOtherMakesItAnew() {
    server.apply(config("data_disks", List.of(block("type", "SAS", "size", 10))));
    assertThat(server.plan(config()).replacing()).containsExactly("data_disks");
    assertThat(
            server
                .plan(config("data_disks", List.of(block("type", "SAS", "size", 20))))
                .replacing())
        .containsExactly("data_disks.0.size");
  }

  @Test
  void anotherFlavorOrImageIsAskedForInPlace() {
    server.apply(config());
    var plan = server.plan(config("flavor_id", "s3.xlarge.2"));
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    assertThat(plan.isUnknown("flavor_name")).isTrue();

    plan = server.plan(config("image_id", "1234"));
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    assertThat(plan.isUnknown("image_name")).isTrue();
  }

  @Test
  void aCardThatMovesGetsAnotherAddress() {
    server.apply(config());
    Object[] elsewhere = config("network", List.of(block("uuid", servers.anotherSubnet())));
    var plan = server.plan(elsewhere);
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    assertThat(plan.isUnknown("access_ip_v4")).isTrue();
  }

  @Test
  void isImportedWithAllItsCards() {
    Object[] config =
        config("network", List.of(servers.card(), servers.card()), "tags", block("a", "b"));
    server.apply(config);

    Managed imported = terraform.resource("huaweicloud_compute_instance").imported(server.id());

    assertThat(imported.state().blocks("network")).hasSize(2);
    assertThat(imported.state().map("tags")).containsEntry("a", "b");
    // Only what the cloud does not tell is left to do, and nothing is replaced.
    var plan = imported.plan(config);
    assertThat(plan.replacing()).isEmpty();
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    imported.apply(config);
    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aHashThatTheRealProviderRememberedIsTheSameUserData() {
    // The SHA-1 of "#!/bin/sh", as if a state of the real provider's had been taken over.
    server.apply(config("user_data", "8ba27a5c52aadda081f0346f31b2e3044f15894c"));
    String before = inTheCloud("/OS-EXT-SRV-ATTR:user_data");

    assertThat(server.plan(config("user_data", "#!/bin/sh")).action()).isEqualTo(Action.NOTHING);
    assertThat(server.plan(config("user_data", "other")).action()).isEqualTo(Action.UPDATE);

    server.apply(config("user_data", "#!/bin/sh", "name", "renamed"));
    assertThat(inTheCloud("/OS-EXT-SRV-ATTR:user_data")).isEqualTo(before);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    server.apply(config());
    cloud
        .http()
        .post(
            "/ecs/v1/" + Servers.PROJECT + "/cloudservers/delete",
            "{\"servers\": [{\"id\": \"" + server.id() + "\"}]}");
    cloud.idle();
    assertThat(server.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    server.apply(config());
    cloud
        .http()
        .put(
            "/ecs/v1/" + Servers.PROJECT + "/cloudservers/" + server.id(),
            "{\"server\": {\"name\": \"renamed\"}}");

    assertThat(server.plan(config()).action()).isEqualTo(Action.UPDATE);
    assertThat(server.state().text("name")).isEqualTo("renamed");
    server.apply(config());
    assertThat(inTheCloud("/name")).isEqualTo("web");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault(
        """
        {"on": {"edge": "server.create"}, "when": {"first": 1}, "do": {"fail": "Ecs.0403"}}""");

    List<String> errors = server.attempt(config());

    assertThat(errors).singleElement().asString().contains("Ecs.", "job");
    assertThat(server.isTainted()).isTrue();
    assertThat(server.plan(config()).action()).isEqualTo(Action.REPLACE);
    server.apply(config());
    assertThat(server.isTainted()).isFalse();
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    assertThat(server.attempt(config("flavor_id", "no.such.flavor")))
        .singleElement()
        .asString()
        .contains("Ecs.", "no.such.flavor");
    assertThat(server.exists()).isFalse();
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    server.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"server.delete\"}, \"do\": {\"fail\": true}}");
    assertThat(server.tryDestroy()).hasSize(1);
    assertThat(server.exists()).isTrue();
    assertThat(server.refresh()).isEmpty();
  }

  @Test
  void goesWithItsDisksIfThatIsWritten() {
    Object[] config =
        config(
            "stop_before_destroy", true,
            "delete_disks_on_termination", true,
            "data_disks", List.of(block("type", "SAS", "size", 10)));
    server.apply(config);
    server.destroy();
    assertThat(disks()).contains("\"volumes\":[]");
  }

  @Test
  void leavesItsDataDisksBehindOtherwise() {
    server.apply(config("data_disks", List.of(block("type", "SAS", "size", 10))));
    server.destroy();
    assertThat(disks()).contains("\"available\"");
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void comesWithAPublicAddressThatGoesWithIt(boolean goes, int left) {
    Object[] config =
        config(
            "eip_type",
            "5_bgp",
            "bandwidth",
            List.of(block("share_type", "PER", "size", 5, "charge_mode", "traffic")),
            "delete_eip_on_termination",
            goes);
    server.apply(config);
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("public_ip")).isNotEmpty();
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);

    server.destroy();
    assertThat(
            cloud.http().get("/vpc/v1/" + Servers.PROJECT + "/publicips").json().at("/publicips"))
        .hasSize(left);
  }

  @Test
  void aRunningServerChangesItsKeyOnlyWithTheOldOne() {
    for (String key : List.of("old", "new")) {
      terraform.resource("huaweicloud_kps_keypair").apply("name", key);
    }
    server.apply(config("key_pair", "old"));
    assertThat(inTheCloud("/key_name")).isEqualTo("old");

    assertThat(server.attempt(config("key_pair", "new")))
        .singleElement()
        .asString()
        .contains("the private key of keypair in used must be specified");
    assertThat(server.state().text("key_pair")).isEqualTo("old");

    server.apply(config("key_pair", "old", "power_action", "OFF"));
    server.apply(config("key_pair", "new", "power_action", "OFF"));
    assertThat(inTheCloud("/key_name")).isEqualTo("new");
  }

  @Test
  void aFixedAddressIsKept() {
    Object[] config = config("network", List.of(servers.card("fixed_ip_v4", "192.168.0.77")));
    server.apply(config);
    assertThat(server.state().text("access_ip_v4")).isEqualTo("192.168.0.77");
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  private String disks() {
    return cloud.http().get("/evs/v2/" + Servers.PROJECT + "/cloudvolumes/detail").text();
  }

  @ParameterizedTest
  @CsvSource({
    "charging_mode, later, expected charging_mode to be one of",
    "power_action, JUMP, expected power_action to be one of",
    "period_unit, week, expected period_unit to be one of",
    "auto_renew, perhaps, expected auto_renew to be one of",
    "system_pass_through, perhaps, expected system_pass_through to be one of",
    "eip_type, 5_bgp, all of `bandwidth,eip_type` must be specified",
    "spot_duration_count, 1, all of `spot_duration,spot_duration_count` must be specified"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(server.validate(config(argument, value)))
        .anySatisfy(error -> assertThat(error).contains(message));
  }

  @Test
  void someArgumentsExcludeEachOther() {
    assertThat(
            server.validate(
                config("security_groups", List.of("a"), "security_group_ids", List.of("b"))))
        .anySatisfy(error -> assertThat(error).contains("conflicts with security_group_ids"));
    assertThat(
            server.validate(
                config(
                    "eip_id",
                    "1234",
                    "bandwidth",
                    List.of(block("share_type", "PER", "size", 5, "charge_mode", "traffic")))))
        .anySatisfy(error -> assertThat(error).contains("conflicts with bandwidth"));
  }

  @Test
  void whatIsNotKnownYetExcludesNothing() {
    assertThat(
            server.validate(
                config(
                    "eip_id", Unknown.UNKNOWN,
                    "eip_type", Unknown.UNKNOWN,
                    "bandwidth", Unknown.UNKNOWN)))
        .isEmpty();
  }

  @Test
  void aSubscriptionNeedsAPeriod() {
    assertThat(server.attempt(config("charging_mode", "prePaid")))
        .singleElement()
        .asString()
        .contains("both of `period, period_unit` must be specified");
  }

  @Test
  void whatIsPaidForAfterwardsIsNotSubscribedByAChangeBack() {
    server.apply(config());
    assertThat(server.attempt(config("charging_mode", "spot")))
        .singleElement()
        .asString()
        .contains("only support change to pre-paid");
  }
}
