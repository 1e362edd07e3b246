package io.ecsim.terraform.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.terraform.ProviderDouble;
import io.ecsim.terraform.client.Surroundings;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls themselves: what is unknown, absent, of the wrong kind, too early or cancelled. */
class TheProtocolHoldsTest {
  private static final String VOLUME = "huaweicloud_evs_volume";

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private ProviderSession session;
  private Terraform terraform;
  private Schema schema;

  @BeforeEach
  void connect() {
    terraform = Terraform.at(cloud.url());
    session =
        (ProviderSession)
            new ProviderDouble(new Surroundings(cloud::url, "cn-north-4", "default", "ecsim"))
                .apply(null);
    schema = io.ecsim.terraform.catalog.Doubles.catalog().resource(VOLUME).schema();
  }

  private <T> T call(String name, Object request, Class<T> answer) {
    byte[] message = Protobuf.write(request);
    return Protobuf.read(answer, session.method("/tfplugin5.Provider/" + name).apply(message));
  }

  private static Object[] disk() {
    return new Object[] {
      "availability_zone", "cn-north-4a", "volume_type", "SAS", "size", 10, "name", "data"
    };
  }

  @Test
  void theSchemaNamesAllResourcesAndNeedsToBeAskedForOnce() {
    var schemas = call("GetSchema", new Messages.Empty(), Messages.SchemaResponse.class);

    assertThat(schemas.resourceSchemas())
        .extracting(Messages.SchemaEntry::key)
        .contains(VOLUME, "huaweicloud_compute_instance", "huaweicloud_compute_instance_v2");
    assertThat(schemas.serverCapabilities().getProviderSchemaOptional()).isTrue();
    assertThat(schemas.provider().block().attributes())
        .extracting(Messages.Attribute::name)
        .contains("region", "access_key", "endpoints");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tfplugin5.Provider/GetFunctions",
        "/tfplugin5.Provider/GetResourceIdentitySchemas",
        "/plugin.GRPCBroker/StartStream",
        "/grpc.health.v1.Health/Check",
        "/"
      })
  void whatItDoesNotHaveIsUnknownToIt(String path) {
    assertThat(session.method(path)).isNull();
  }

  @Test
  void beforeItIsConfiguredItSaysSo() {
    var answer =
        call(
            "ReadResource",
            new Messages.ReadRequest(VOLUME, Dynamic.of(schema, Map.of("id", "1234")), null),
            Messages.ReadResponse.class);
    assertThat(Terraform.errors(answer.diagnostics()))
        .singleElement()
        .asString()
        .contains("not configured");
  }

  @Test
  void aTypeThatIsNotDoubledIsNamedWithThoseThatAre() {
    var answer =
        call(
            "ValidateResourceTypeConfig",
            new Messages.ValidateRequest("huaweicloud_obs_bucket", null),
            Messages.Diagnostics.class);
    assertThat(Terraform.errors(answer.diagnostics()))
        .singleElement()
        .asString()
        .contains("huaweicloud_obs_bucket is not doubled", VOLUME);
  }

  @Test
  void whatIsUnknownPassesAllChecksAndStaysUnknown() {
    Managed volume = terraform.resource(VOLUME);
    Object[] config = {
      "availability_zone",
      Unknown.UNKNOWN,
      "volume_type",
      "SAS",
      "size",
      Unknown.UNKNOWN,
      "device_type",
      Unknown.UNKNOWN,
      "tags",
      Terraform.block("a", Unknown.UNKNOWN)
    };

    assertThat(volume.validate(config)).isEmpty();
    var plan = volume.plan(config);
    assertThat(plan.isUnknown("availability_zone")).isTrue();
    assertThat(plan.isUnknown("size")).isTrue();
    assertThat(plan.values().get("tags")).isEqualTo(Terraform.block("a", Unknown.UNKNOWN));
  }

  @Test
  void anOldStateIsReadWithWhatIsMissingAndWithoutWhatIsTooMuch() {
    String stored =
        "{\"id\": \"1234\", \"size\": \"10\", \"gone_since_long\": [1], \"tags\": {\"a\": \"b\"}}";
    var answer =
        call(
            "UpgradeResourceState",
            new Messages.UpgradeRequest(
                VOLUME, 0, new Messages.RawState(stored.getBytes(StandardCharsets.UTF_8))),
            Messages.UpgradeResponse.class);

    Values state = Dynamic.values(schema, answer.upgradedState());
    assertThat(state.number("size")).isEqualTo(10);
    assertThat(state.map("tags")).containsEntry("a", "b");
    assertThat(state.get("name")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{\"size\": \"ten\"}", "{\"tags\": 3}"})
  void aStateThatCannotBeReadIsAnErrorForTheUser(String stored) {
    var answer =
        call(
            "UpgradeResourceState",
            new Messages.UpgradeRequest(
                VOLUME, 0, new Messages.RawState(stored.getBytes(StandardCharsets.UTF_8))),
            Messages.UpgradeResponse.class);
    assertThat(Terraform.errors(answer.diagnostics()))
        .singleElement()
        .asString()
        .contains("cannot be read");
  }

  @Test
  void whatTerraformKeepsForAProviderIsPassedOn() {
    byte[] kept = {1, 2, 3};
    var answer =
        terraform.call(
            "ReadResource",
            new Messages.ReadRequest(VOLUME, Dynamic.of(schema, Map.of("id", "none")), kept),
            Messages.ReadResponse.class);
    assertThat(answer.secret()).isEqualTo(kept);
    assertThat(Dynamic.values(schema, answer.newState())).isEqualTo(Values.NONE);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void whoIsInterruptedKeepsWhatWasBegun() {
    Managed volume = terraform.resource(VOLUME);
    CompletableFuture<List<String>> applying =
        CompletableFuture.supplyAsync(() -> volume.attempt(disk()));
    // Time stands still, so the disk stays in creation until somebody gives up.
    while (cloud.resources().stream().noneMatch(name -> name.startsWith("volume "))) {
      Thread.onSpinWait();
    }

    terraform.interrupt();

    assertThat(applying.join())
        .singleElement()
        .asString()
        .contains("interrupted while waiting for job");
    assertThat(volume.isTainted()).isTrue();
    assertThat(volume.state().text("status")).isEqualTo("creating");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void underASteppedClockOnlyTheWorldsTimeUsesUpTheTimeout() {
    Managed volume = terraform.resource(VOLUME);
    cloud.fault("{\"on\": {\"edge\": \"volume.create\"}, \"do\": {\"stall\": true}}");
    Object[] config = java.util.Arrays.copyOf(disk(), 10);
    config[8] = "timeouts";
    config[9] = Terraform.block("create", "30s");
    CompletableFuture<List<String>> applying =
        CompletableFuture.supplyAsync(() -> volume.attempt(config));
    while (cloud.resources().stream().noneMatch(name -> name.startsWith("volume "))) {
      Thread.onSpinWait();
    }
    assertThat(applying).isNotDone();

    do {
      cloud.http().post("/_ecsim/clock/advance", "{\"by\": \"PT20S\"}");
    } while (!applying.isDone());

    assertThat(applying.join())
        .singleElement()
        .asString()
        .contains("timeout while waiting for job", "(timeout: 30s)");
    assertThat(volume.isTainted()).isTrue();
  }
}
