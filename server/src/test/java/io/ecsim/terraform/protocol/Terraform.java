package io.ecsim.terraform.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.http.grpc.GrpcSession;
import io.ecsim.terraform.ProviderDouble;
import io.ecsim.terraform.catalog.Doubles;
import io.ecsim.terraform.client.Surroundings;
import io.ecsim.terraform.schema.Blocks;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Conversion;
import io.ecsim.terraform.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terraform as a provider sees it: the protocol's calls, in the order in which it makes them, and
 * its rules for what comes back. No program is started.
 */
public final class Terraform {
  private static final Catalog CATALOG = Doubles.catalog();

  private final GrpcSession session;

  private Terraform(GrpcSession session) {
    this.session = session;
  }

  /** Terraform with a provider block that says nothing, for the double at this address. */
  public static Terraform at(String url) {
    return at(url, Map.of());
  }

  /** Terraform with this provider block. */
  public static Terraform at(String url, Map<String, Object> block) {
    var surroundings = new Surroundings(() -> url, "cn-north-4", "default", "ecsim");
    var terraform = new Terraform(new ProviderDouble(surroundings).apply(null));
    var config = terraform.dynamic(CATALOG.provider(), block);
    var answer =
        terraform.call(
            "Configure",
            new Messages.ConfigureRequest("1.11.4", config),
            Messages.Diagnostics.class);
    assertThat(errors(answer.diagnostics())).isEmpty();
    return terraform;
  }

  /** A block, or anything else with names: name, value, name, value, ... */
  public static Map<String, Object> block(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /** A resource of this type that is in no state yet. */
  public Managed resource(String type) {
    return new Managed(this, type, CATALOG.resource(type).schema());
  }

  /** What a data source says. Fails if it says that something is wrong. */
  public Values data(String type, Object... config) {
    DataAnswer answer = ask(type, config);
    assertThat(answer.errors()).isEmpty();
    return answer.values();
  }

  /** What a data source says, or what is wrong. */
  public DataAnswer ask(String type, Object... config) {
    Schema schema = CATALOG.dataSource(type).schema();
    var written = dynamic(schema, block(config));
    var checked =
        call(
            "ValidateDataSourceConfig",
            new Messages.ValidateRequest(type, written),
            Messages.Diagnostics.class);
    if (!errors(checked.diagnostics()).isEmpty()) {
      return new DataAnswer(Values.NONE, errors(checked.diagnostics()));
    }
    var answer =
        call(
            "ReadDataSource", new Messages.DataRequest(type, written), Messages.DataResponse.class);
    return new DataAnswer(Dynamic.values(schema, answer.state()), errors(answer.diagnostics()));
  }

  /** What a data source says, or what is wrong: summary and detail. */
  public record DataAnswer(Values values, List<String> errors) {}

  /** Ctrl-C. */
  public void interrupt() {
    byte[] answer = session.method("/tfplugin5.Provider/Stop").apply(new byte[0]);
    assertThat(Protobuf.read(Messages.StopResponse.class, answer).error()).isNull();
  }

  /** Makes one call. */
  <T> T call(String name, Object request, Class<T> answer) {
    byte[] message = Protobuf.write(request);
    return Protobuf.read(answer, session.method("/tfplugin5.Provider/" + name).apply(message));
  }

  Messages.DynamicValue dynamic(Schema schema, Map<String, Object> written) {
    return Dynamic.of(schema, object(schema, written).members());
  }

  static Values object(Schema schema, Map<String, Object> written) {
    assertThat(schema.type().members().keySet()).as("arguments").containsAll(written.keySet());
    Values converted = Values.of(Conversion.to(schema.type(), written));
    return new Values(Blocks.present(schema, converted.members()));
  }

  /** Summary and detail of what is no mere warning. */
  static List<String> errors(List<Messages.Diagnostic> diagnostics) {
    return diagnostics == null
        ? List.of()
        : diagnostics.stream()
            .filter(diagnostic -> diagnostic.severity() == 1)
            .map(diagnostic -> diagnostic.summary() + "\n" + diagnostic.detail())
            .toList();
  }
}
