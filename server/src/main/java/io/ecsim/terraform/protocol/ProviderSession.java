package io.ecsim.terraform.protocol;

import io.ecsim.http.grpc.GrpcSession;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.client.Stop;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.schema.Inspection;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One connection of Terraform's, which is one provider block at work. (terraform-plugin-protocol 4
 * and 9.)
 */
public final class ProviderSession implements GrpcSession {
  private static final String SERVICE = "/tfplugin5.Provider/";

  private final Catalog catalog;
  private final BiFunction<Values, Stop, ConfiguredProvider> configuration;
  private final Stop stop = new Stop();
  private final Map<String, UnaryOperator<byte[]>> methods;
  private volatile ConfiguredProvider provider;

  /**
   * A session that offers this.
   *
   * @param configuration what a provider block at work is
   */
  public ProviderSession(
      Catalog catalog, BiFunction<Values, Stop, ConfiguredProvider> configuration) {
    this.catalog = catalog;
    this.configuration = configuration;
    var resources = new ResourceCalls(catalog, this::provider);
    this.methods =
        Map.ofEntries(
            Map.entry("GetSchema", message -> catalog.schemas()),
            method("PrepareProviderConfig", Messages.PrepareRequest.class, this::prepare),
            method("Configure", Messages.ConfigureRequest.class, this::configure),
            method("ValidateResourceTypeConfig", Messages.ValidateRequest.class, this::resource),
            method("ValidateDataSourceConfig", Messages.ValidateRequest.class, this::dataSource),
            method("ReadDataSource", Messages.DataRequest.class, resources::query),
            method("UpgradeResourceState", Messages.UpgradeRequest.class, resources::upgrade),
            method("ReadResource", Messages.ReadRequest.class, resources::read),
            method("PlanResourceChange", Messages.PlanRequest.class, resources::plan),
            method("ApplyResourceChange", Messages.ApplyRequest.class, resources::apply),
            method("ImportResourceState", Messages.ImportRequest.class, resources::importing),
            Map.entry("Stop", message -> stop()));
  }

  private static <T> Map.Entry<String, UnaryOperator<byte[]>> method(
      String name, Class<T> type, Function<T, Object> what) {
    return Map.entry(name, message -> Protobuf.write(what.apply(Protobuf.read(type, message))));
  }

  @Override
  public UnaryOperator<byte[]> method(String path) {
    return path.startsWith(SERVICE) ? methods.get(path.substring(SERVICE.length())) : null;
  }

  @Override
  public void close() {
    stop.request();
  }

  private byte[] stop() {
    stop.request();
    return Protobuf.write(new Messages.StopResponse(null));
  }

  private ConfiguredProvider provider() {
    if (provider == null) {
      throw Problem.error("the provider is not configured", "Configure has not been called.");
    }
    return provider;
  }

  private Messages.PrepareResponse prepare(Messages.PrepareRequest request) {
    Values config = Dynamic.values(catalog.provider(), request.config());
    List<Problem> problems = Inspection.of(catalog.provider(), config);
    return new Messages.PrepareResponse(request.config(), Notes.of(problems));
  }

  private Messages.Diagnostics configure(Messages.ConfigureRequest request) {
    provider = configuration.apply(Dynamic.values(catalog.provider(), request.config()), stop);
    return new Messages.Diagnostics(List.of());
  }

  private Messages.Diagnostics resource(Messages.ValidateRequest request) {
    return problems(
        () -> {
          var type = catalog.resource(request.typeName());
          Values config = Dynamic.values(type.schema(), request.config());
          List<Problem> problems = new ArrayList<>(Inspection.of(type.schema(), config));
          problems.addAll(type.check(config));
          return problems;
        });
  }

  private Messages.Diagnostics dataSource(Messages.ValidateRequest request) {
    return problems(
        () -> {
          Schema schema = catalog.dataSource(request.typeName()).schema();
          return Inspection.of(schema, Dynamic.values(schema, request.config()));
        });
  }

  private static Messages.Diagnostics problems(Supplier<List<Problem>> check) {
    try {
      return new Messages.Diagnostics(Notes.of(check.get()));
    } catch (Problem problem) {
      return new Messages.Diagnostics(Notes.of(List.of(problem)));
    }
  }
}
