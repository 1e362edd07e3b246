package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AKeyPairInTerraformTest {
  private static final String KEY =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQCqGKukO1De7zhZj6+H0qtjTkVxwTCpvKe4eCZ0FPqri0cb2JZfXJ/"
          + "DgYSF6vUpwmJG8wVQZKjeGcjDOL5UlsuusFncCzWBQ7RKNUSesmQRMSGkVb1/3j+skZ6UtW+5u09lHNsj6tQ5"
          + "1s1SPrCBkedbNf0Tp0GbMJDyR4e9T04ZZw== me@here\n";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir private Path folder;
  private Terraform terraform;
  private Managed pair;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    pair = terraform.resource("huaweicloud_kps_keypair");
  }

  private static Object[] pair(Object... more) {
    return Networking.with(block("name", "mine"), more);
  }

  private String inTheCloud(String member) {
    return cloud
        .http()
        .get("/kms/v3/" + Servers.PROJECT + "/keypairs/mine")
        .at("/keypair/" + member);
  }

  @Test
  void isMadeInTheCloudAndThenThereIsNothingToDo() {
    pair.apply(pair("description", "what it is for"));

    assertThat(pair.id()).isEqualTo("mine");
    assertThat(pair.state().text("public_key")).startsWith("ssh-rsa ");
    assertThat(pair.state().text("scope")).isEqualTo("user");
    assertThat(pair.state().text("fingerprint")).isEqualTo(inTheCloud("fingerprint"));
    assertThat(pair.state().text("created_at"))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(pair.state().flag("is_managed")).isFalse();
    assertThat(pair.state().text("private_key")).isNull();
    assertThat(inTheCloud("description")).isEqualTo("what it is for");
    assertThat(pair.plan(pair("description", "what it is for")).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void thePrivateKeyGoesIntoAFileForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("mine.pem");
    Object[] config = pair("key_file", file.toString());
    pair.apply(config);

    assertThat(file).content().startsWith("-----BEGIN RSA PRIVATE KEY-----");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(pair.state().text("key_file")).isEqualTo(file.toString());
    assertThat(pair.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aFileThatWasThereIsReadOnlyAfterwards() throws IOException {
    Path file = folder.resolve("mine.pem");
    Files.writeString(file, "old and much longer than nothing");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    pair.apply(pair("key_file", file.toString()));
    assertThat(file).content().startsWith("-----BEGIN RSA PRIVATE KEY-----").doesNotContain("old");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("r--------");
  }

  @Test
  void aFileThatCannotBeWrittenLeavesATaintedPair() {
    Path file = folder.resolve("no/such/folder/mine.pem");
    assertThat(pair.attempt(pair("key_file", file.toString())))
        .singleElement()
        .asString()
        .contains("unable to generate private key", file.toString());
    assertThat(pair.isTainted()).isTrue();
  }

  @Test
  void aPublicKeyComesBackByteForByte() {
    pair.apply(pair("public_key", KEY, "scope", "account"));
    assertThat(inTheCloud("public_key")).isEqualTo(KEY);
    assertThat(inTheCloud("scope")).isEqualTo("domain");
    assertThat(pair.plan(pair("public_key", KEY, "scope", "account")).action())
        .isEqualTo(Action.NOTHING);
  }

  @Test
  void theDescriptionIsChangedInPlaceAndGoesWithTheArgument() {
    pair.apply(pair());
    pair.apply(pair("description", "new"));
    assertThat(inTheCloud("description")).isEqualTo("new");
    pair.apply(pair());
    assertThat(inTheCloud("description")).isEmpty();
    assertThat(pair.plan(pair()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "name, other",
    "scope, account",
    "public_key, ssh-rsa AAAA",
    "key_file, here.pem",
    "region, cn-north-1"
  })
  void isMadeAnewWhereTheCloudCannotChangeIt(String argument, String value) {
    pair.apply(pair());
    assertThat(pair.plan(pair(argument, value)).replacing()).containsExactly(argument);
  }

  @ParameterizedTest
  @CsvSource({
    "private_key, secret, encryption_type, importing private key",
    "encryption_type, default, private_key, updating encryption values or user ID",
    "kms_key_name, mine, private_key, updating encryption values or user ID",
    "kms_key_id, 1234, private_key, updating encryption values or user ID",
    "user_id, 1234, private_key, updating encryption values or user ID"
  })
  void whatBelongsToAPrivateKeyIsRefusedWithoutOne(
      String argument, String value, String missing, String doing) {
    pair.apply(pair());
    assertThat(pair.attempt(pair(argument, value)))
        .singleElement()
        .asString()
        .contains("'" + missing + "' is mandatory when " + doing);
    assertThat(pair.plan(pair(argument, value)).action()).isEqualTo(Action.UPDATE);
  }

  @Test
  void anImportOfAPrivateKeyThatTheCloudDoesNotKnowIsAnError() {
    pair.apply(pair());
    assertThat(pair.attempt(pair("private_key", "secret", "encryption_type", "default")))
        .singleElement()
        .asString()
        .contains("/keypairs/private-key/import");
  }

  @Test
  void encryptionByTheKeyServiceNeedsAKey() {
    assertThat(pair.attempt(pair("private_key", "secret", "encryption_type", "kms")))
        .singleElement()
        .asString()
        .contains("'kms_key_name' or 'kms_key_id' is mandatory");
    assertThat(pair.exists()).isFalse();
  }

  @Test
  void isImportedByItsName() {
    pair.apply(pair("description", "here"));
    Managed imported = terraform.resource("huaweicloud_kps_keypair").imported("mine");
    assertThat(imported.plan(pair("description", "here")).action()).isEqualTo(Action.NOTHING);
    assertThat(imported.plan(pair("description", "here", "key_file", "x.pem")).replacing())
        .containsExactly("key_file");
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    pair.apply(pair());
    cloud.http().delete("/kms/v3/" + Servers.PROJECT + "/keypairs/mine");
    assertThat(pair.plan(pair()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    pair.apply(pair("description", "here"));
    cloud
        .http()
        .put(
            "/kms/v3/" + Servers.PROJECT + "/keypairs/mine",
            "{\"keypair\":{\"description\":\"there\"}}");
    assertThat(pair.plan(pair("description", "here")).action()).isEqualTo(Action.UPDATE);
    pair.apply(pair("description", "here"));
    assertThat(inTheCloud("description")).isEqualTo("here");
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    pair.apply(pair());
    Managed again = terraform.resource("huaweicloud_kps_keypair");
    assertThat(again.attempt(pair())).singleElement().asString().contains("KPS.");
    assertThat(again.exists()).isFalse();
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    pair.apply(pair());
    cloud.fault(
        """
        {"on": {"operation": "DeleteKeypair"}, "do": {"status": 500}}""");
    assertThat(pair.tryDestroy()).hasSize(1);
    assertThat(pair.exists()).isTrue();
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    pair.apply(pair());
    pair.destroy();
    assertThat(cloud.http().get("/kms/v3/" + Servers.PROJECT + "/keypairs").text())
        .contains("\"keypairs\":[]");
  }

  @Test
  void aFileForAPrivateKeyThatTheCloudNeverSeesMakesNoSense() {
    assertThat(pair.validate(pair("public_key", KEY, "key_file", "x.pem")))
        .singleElement()
        .asString()
        .contains("conflicts with");
  }
}
