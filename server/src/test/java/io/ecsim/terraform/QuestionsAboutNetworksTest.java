package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsAboutNetworksTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed vpc;
  private Managed subnet;
  private Managed group;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    vpc =
        terraform
            .resource("huaweicloud_vpc")
            .apply(
                "name", "net",
                "cidr", "10.0.0.0/16",
                "description", "mine",
                "secondary_cidrs", List.of("172.16.0.0/16"),
                "tags", block("a", "b", "c", "d"));
    subnet =
        terraform
            .resource("huaweicloud_vpc_subnet")
            .apply(
                "name", "sub",
                "cidr", "10.0.1.0/24",
                "gateway_ip", "10.0.1.1",
                "availability_zone", "cn-north-4a",
                "primary_dns", "8.8.8.8",
                "secondary_dns", "8.8.4.4",
                "vpc_id", vpc.id(),
                "tags", block("a", "b"));
    group =
        terraform
            .resource("huaweicloud_networking_secgroup")
            .apply("name", "web", "description", "for the web");
  }

  private List<String> wrong(String source, Object... config) {
    return terraform.ask(source, config).errors();
  }

  private static String checksum(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    return String.valueOf(crc.getValue());
  }

  @ParameterizedTest
  @CsvSource({"name, net", "cidr, 10.0.0.0/16"})
  void aNetworkIsFoundByWhatItIs(String argument, String value) {
    Values found = terraform.data("huaweicloud_vpc", argument, value);
    assertThat(found.text("id")).isEqualTo(vpc.id());
    assertThat(found.text("name")).isEqualTo("net");
    assertThat(found.text("description")).isEqualTo("mine");
    assertThat(found.text("status")).isEqualTo("OK");
    assertThat(found.text("region")).isEqualTo("cn-north-4");
    assertThat(found.text("enterprise_project_id")).isEqualTo("0");
    assertThat(found.texts("secondary_cidrs")).containsExactly("172.16.0.0/16");
    assertThat(found.map("tags")).containsEntry("a", "b");
  }

  @Test
  void aNetworkIsFoundByItsId() {
    assertThat(terraform.data("huaweicloud_vpc_v1", "id", vpc.id()).text("name")).isEqualTo("net");
  }

  @Test
  void oneNetworkMeansNeitherNoneNorMany() {
    assertThat(wrong("huaweicloud_vpc", "name", "none"))
        .singleElement()
        .asString()
        .contains("your query returned no results");
    assertThat(wrong("huaweicloud_vpc", "status", "OK"))
        .singleElement()
        .asString()
        .contains("your query returned more than one result");
  }

  @Test
  void networksAreListedAndTheListsIdIsTheirChecksum() {
    Values found = terraform.data("huaweicloud_vpcs", "tags", block("a", "b"));
    assertThat(found.blocks("vpcs"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.text("id")).isEqualTo(vpc.id());
              assertThat(one.texts("secondary_cidrs")).containsExactly("172.16.0.0/16");
              assertThat(one.map("tags")).hasSize(2);
            });
    assertThat(found.text("id")).isEqualTo(checksum(vpc.id() + "-"));
    assertThat(terraform.data("huaweicloud_vpcs").blocks("vpcs")).hasSize(2);
    assertThat(terraform.data("huaweicloud_vpcs", "enterprise_project_id", "7").blocks("vpcs"))
        .isEmpty();
    Values none = terraform.data("huaweicloud_vpcs", "tags", block("a", "c"));
    assertThat(none.blocks("vpcs")).isEmpty();
    assertThat(none.text("id")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "name, sub",
    "cidr, 10.0.1.0/24",
    "gateway_ip, 10.0.1.1",
    "primary_dns, 8.8.8.8",
    "secondary_dns, 8.8.4.4",
    "availability_zone, cn-north-4a"
  })
  void aSubnetIsFoundByWhatItIs(String argument, String value) {
    Values found = terraform.data("huaweicloud_vpc_subnet", argument, value);
    assertThat(found.text("id")).isEqualTo(subnet.id());
    assertThat(found.text("vpc_id")).isEqualTo(vpc.id());
    assertThat(found.text("status")).isEqualTo("ACTIVE");
    assertThat(found.text("ipv4_subnet_id")).isEqualTo(subnet.state().text("ipv4_subnet_id"));
    assertThat(found.text("subnet_id")).isEqualTo(subnet.state().text("ipv4_subnet_id"));
    assertThat(found.texts("dns_list")).containsExactlyInAnyOrder("8.8.8.8", "8.8.4.4");
    assertThat(found.flag("dhcp_enable")).isTrue();
    assertThat(found.flag("ipv6_enable")).isFalse();
  }

  @Test
  void oneSubnetMeansNeitherNoneNorMany() {
    assertThat(wrong("huaweicloud_vpc_subnet", "name", "none"))
        .singleElement()
        .asString()
        .contains("no matching subnet found");
    assertThat(wrong("huaweicloud_vpc_subnet", "status", "ACTIVE"))
        .singleElement()
        .asString()
        .contains("multiple subnets matched");
  }

  @Test
  void subnetsAreListedAndTheListsIdIsTheirChecksum() {
    Values found = terraform.data("huaweicloud_vpc_subnets", "vpc_id", vpc.id());
    assertThat(found.blocks("subnets"))
        .singleElement()
        .satisfies(one -> assertThat(one.map("tags")).containsEntry("a", "b"));
    assertThat(found.text("id")).isEqualTo(checksum(subnet.id() + "-"));
    assertThat(terraform.data("huaweicloud_vpc_subnets", "tags", block("a", "b")).blocks("subnets"))
        .hasSize(1);
    assertThat(terraform.data("huaweicloud_vpc_subnets", "name", "none").text("id")).isEqualTo("0");
    assertThat(terraform.data("huaweicloud_vpc_subnets").blocks("subnets")).hasSize(2);
  }

  @Test
  void aSecurityGroupIsFoundByNameOrId() {
    Values found = terraform.data("huaweicloud_networking_secgroup", "name", "web");
    assertThat(found.text("id")).isEqualTo(group.id());
    assertThat(found.text("description")).isEqualTo("for the web");
    assertThat(found.text("created_at")).isNotEmpty();
    assertThat(found.blocks("rules")).hasSize(4);
    assertThat(
            terraform
                .data("huaweicloud_networking_secgroup_v2", "secgroup_id", group.id())
                .text("name"))
        .isEqualTo("web");
    assertThat(wrong("huaweicloud_networking_secgroup", "name", "none"))
        .singleElement()
        .asString()
        .contains("no Security Group found");
    assertThat(wrong("huaweicloud_networking_secgroup"))
        .singleElement()
        .asString()
        .contains("more than one Security Groups found");
  }

  @Test
  void securityGroupsAreListedByWordsOfTheirDescription() {
    Values found = terraform.data("huaweicloud_networking_secgroups", "description", "the web");
    assertThat(found.blocks("security_groups"))
        .singleElement()
        .satisfies(one -> assertThat(one.text("id")).isEqualTo(group.id()));
    assertThat(found.text("id")).isEqualTo(checksum(group.id() + "-"));
    assertThat(terraform.data("huaweicloud_networking_secgroups").blocks("security_groups"))
        .hasSize(2);
    assertThat(
            terraform
                .data("huaweicloud_networking_secgroups", "name", "none")
                .blocks("security_groups"))
        .isEmpty();
    assertThat(
            terraform
                .data("huaweicloud_networking_secgroups", "id", group.id())
                .blocks("security_groups"))
        .hasSize(1);
  }

  @Test
  void aListOfKeyPairsKeepsItsIdAsLongAsNothingChanges() {
    terraform.resource("huaweicloud_kps_keypair").apply("name", "one", "scope", "account");
    Values one = terraform.data("huaweicloud_kps_keypairs");
    assertThat(one.text("id")).isEqualTo(terraform.data("huaweicloud_kps_keypairs").text("id"));
    assertThat(one.blocks("keypairs"))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.text("name")).isEqualTo("one");
              assertThat(pair.text("scope")).isEqualTo("account");
              assertThat(pair.text("type")).isEqualTo("ssh");
              assertThat(pair.flag("is_managed")).isFalse();
            });
    String print = one.block("keypairs").text("fingerprint");
    String key = one.block("keypairs").text("public_key");

    terraform.resource("huaweicloud_kps_keypair").apply("name", "two");
    assertThat(terraform.data("huaweicloud_kps_keypairs").text("id")).isNotEqualTo(one.text("id"));
    assertThat(pairs("name", "two")).hasSize(1);
    assertThat(pairs("name", "three")).isEmpty();
    assertThat(pairs("fingerprint", print)).hasSize(1);
    assertThat(pairs("public_key", key)).hasSize(1);
    assertThat(pairs("is_managed", true)).as("has no effect").hasSize(2);
  }

  private List<Values> pairs(Object... config) {
    return terraform.data("huaweicloud_kps_keypairs", config).blocks("keypairs");
  }

  @Test
  void theAccountIsTheFirstDomain() {
    Values account = terraform.data("huaweicloud_account");
    assertThat(account.text("id")).isEqualTo("0ec5d000000000000000000000000001");
    assertThat(account.text("name")).isEqualTo("ecsim");
    assertThat(account.text("current_project_id")).isEqualTo(Servers.PROJECT);
  }

  @Test
  void projectsAreFoundByName() {
    Values found = terraform.data("huaweicloud_identity_projects", "name", "cn-north-4");
    assertThat(found.blocks("projects"))
        .singleElement()
        .satisfies(
            project -> {
              assertThat(project.text("id")).isEqualTo(Servers.PROJECT);
              assertThat(project.flag("enabled")).isTrue();
            });
    assertThat(found.text("id")).isEqualTo(checksum(Servers.PROJECT + "-"));
    assertThat(wrong("huaweicloud_identity_projects", "name", "a", "project_id", Servers.PROJECT))
        .singleElement()
        .asString()
        .contains("conflicts with");
  }

  @Test
  void aProjectByItsIdIsRefusedByNameAsLongAsTheCloudCannotShowOne() {
    assertThat(wrong("huaweicloud_identity_projects", "project_id", Servers.PROJECT))
        .singleElement()
        .asString()
        .contains("KeystoneShowProject");
  }
}
