package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A key pair from the native API. */
class AnOldKeyPairInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir Path folder;

  private Terraform terraform;
  private Managed pair;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    pair = terraform.resource("huaweicloud_compute_keypair");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config =
        block("name", "login", "key_file", folder.resolve("login.pem").toString());
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  @Test
  void isMadeAndItsPrivateKeyIsWrittenToAFile() throws Exception {
    pair.apply(config());
    assertThat(pair.id()).isEqualTo("login");
    assertThat(pair.state().text("public_key")).startsWith("ssh-rsa ");
    assertThat(Files.readString(folder.resolve("login.pem"))).contains("PRIVATE KEY");
    assertThat(pair.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aPublicKeyMayBeBroughtAlong() {
    pair.apply(config());
    String key = pair.state().text("public_key");
    Managed brought = terraform.resource("huaweicloud_compute_keypair");
    brought.apply("name", "brought", "public_key", key);
    assertThat(brought.state().text("public_key")).isEqualTo(key);
    assertThat(brought.plan("name", "brought", "public_key", key).action())
        .isEqualTo(Action.NOTHING);
    assertThat(pair.validate(config("public_key", key)))
        .anySatisfy(error -> assertThat(error).contains("conflicts with key_file"));
  }

  @Test
  void anotherNameMeansAnotherPair() {
    pair.apply(config());
    assertThat(pair.plan(config("name", "other")).replacing()).containsExactly("name");
  }

  @Test
  void isImportedAndPlannedAnewWhenItIsGone() {
    pair.apply(config());
    Managed imported = terraform.resource("huaweicloud_compute_keypair").imported("login");
    assertThat(imported.plan("name", "login").action()).isEqualTo(Action.NOTHING);

    pair.destroy();
    assertThat(imported.plan("name", "login").action()).isEqualTo(Action.CREATE);
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    pair.apply(config());
    Managed second = terraform.resource("huaweicloud_compute_keypair");
    assertThat(second.attempt(config())).singleElement().asString().contains("login");
    assertThat(second.exists()).isFalse();
  }
}
