package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group of servers. */
class AServerGroupInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed server;
  private Managed group;

  @BeforeEach
  void attach() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    group = terraform.resource("huaweicloud_compute_servergroup");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config = block("name", "apart", "policies", List.of("anti-affinity"));
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  private HttpAnswer inTheCloud() {
    return cloud
        .http()
        .get("/ecs/v1/" + Servers.PROJECT + "/cloudservers/os-server-groups/" + group.id());
  }

  @Test
  void isMadeWithItsMembersAndThenThereIsNothingToDo() {
    Object[] config = config("members", List.of(server.id()));
    group.apply(config);

    assertThat(inTheCloud().at("/server_group/name")).isEqualTo("apart");
    assertThat(inTheCloud().at("/server_group/members/0")).isEqualTo(server.id());
    assertThat(group.state().texts("policies")).containsExactly("anti-affinity");
    assertThat(group.plan(config).action()).isEqualTo(Action.NOTHING);
    assertThat(server.plan(servers.config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void membersComeAndGo() {
    Managed other =
        terraform.resource("huaweicloud_compute_instance").apply(servers.config("name", "other"));
    group.apply(config("members", List.of(server.id())));
    String id = group.id();

    Object[] changed = config("members", List.of(other.id()));
    assertThat(group.plan(changed).action()).isEqualTo(Action.UPDATE);
    group.apply(changed);

    assertThat(group.id()).isEqualTo(id);
    assertThat(inTheCloud().at("/server_group/members/0")).isEqualTo(other.id());
    assertThat(inTheCloud().at("/server_group/members/1")).isEmpty();
  }

  @Test
  void aMemberThatIsGoneIsNotTakenOut() {
    group.apply(config("members", List.of(server.id())));
    server.destroy();
    assertThat(group.attempt(config("members", List.of()))).isEmpty();
    assertThat(group.plan(config("members", List.of())).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void serversThatAreMadeInItAreNoChange() {
    group.apply(config());
    Object[] inside = servers.config("scheduler_hints", List.of(block("group", group.id())));
    Managed member = terraform.resource("huaweicloud_compute_instance").apply(inside);

    assertThat(inTheCloud().at("/server_group/members/0")).isEqualTo(member.id());
    assertThat(group.plan(config()).action()).isEqualTo(Action.NOTHING);
    assertThat(member.plan(inside).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void anotherNameOrPolicyMeansAnotherGroup() {
    group.apply(config());
    assertThat(group.plan(config("name", "other")).replacing()).containsExactly("name");
    assertThat(group.plan(config("policies", List.of("affinity"))).replacing())
        .containsExactly("policies");
  }

  @Test
  void isImportedAndPlannedAnewWhenItIsGone() {
    group.apply(config());
    Managed imported = terraform.resource("huaweicloud_compute_servergroup").imported(group.id());
    assertThat(imported.plan(config()).action()).isEqualTo(Action.NOTHING);

    cloud
        .http()
        .delete("/ecs/v1/" + Servers.PROJECT + "/cloudservers/os-server-groups/" + group.id());
    cloud.idle();
    assertThat(group.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void aMemberThatThereIsNotLeavesATaintedGroup() {
    assertThat(group.attempt(config("members", List.of("1234")))).hasSize(1);
    assertThat(group.isTainted()).isTrue();
  }

  @Test
  void isFoundByItsName() {
    group.apply(config());
    Values found = terraform.data("huaweicloud_compute_servergroups", "name", "apart");
    assertThat(found.blocks("servergroups")).hasSize(1);
    assertThat(found.block("servergroups").text("id")).isEqualTo(group.id());
    assertThat(found.block("servergroups").texts("policies")).containsExactly("anti-affinity");
    assertThat(
            terraform
                .data("huaweicloud_compute_servergroups", "name", "other")
                .blocks("servergroups"))
        .isEmpty();
    assertThat(terraform.data("huaweicloud_compute_servergroups").blocks("servergroups"))
        .hasSize(1);
  }

  @Test
  void goesWithoutTrace() {
    Set<String> before = cloud.resources();
    group.apply(config("members", List.of(server.id())));
    group.destroy();
    assertThat(cloud.resources()).isEqualTo(before);
  }
}
