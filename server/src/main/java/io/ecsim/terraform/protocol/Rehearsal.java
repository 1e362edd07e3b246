package io.ecsim.terraform.protocol;

import io.ecsim.http.grpc.GrpcSession;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Blocks;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import java.util.Map;

/**
 * Makes the calls of a plan once, with nothing written in any configuration, so that what they need
 * has been loaded. Nothing is made.
 */
public final class Rehearsal {
  private final GrpcSession session;

  private Rehearsal(GrpcSession session) {
    this.session = session;
  }

  /** Rehearses all that is offered. */
  public static void of(GrpcSession session, Catalog catalog) {
    var rehearsal = new Rehearsal(session);
    rehearsal.call("GetSchema", new Messages.Empty());
    var block = nothing(catalog.provider());
    rehearsal.call("PrepareProviderConfig", new Messages.PrepareRequest(block));
    rehearsal.call("Configure", new Messages.ConfigureRequest("", block));
    catalog.resources().forEach((name, type) -> rehearsal.plan(name, type.schema()));
    catalog.dataSources().forEach((name, source) -> rehearsal.ask(name, source.schema()));
  }

  private void plan(String name, Schema schema) {
    var config = nothing(schema);
    var prior = Dynamic.of(schema, null);
    call("ValidateResourceTypeConfig", new Messages.ValidateRequest(name, config));
    call("PlanResourceChange", new Messages.PlanRequest(name, prior, config, config, null));
  }

  private void ask(String name, Schema schema) {
    call("ValidateDataSourceConfig", new Messages.ValidateRequest(name, nothing(schema)));
    if (schema.attributes().map(Attribute::use).noneMatch(Use.REQUIRED::equals)) {
      call("ReadDataSource", new Messages.DataRequest(name, nothing(schema)));
    }
  }

  private static Messages.DynamicValue nothing(Schema schema) {
    Map<String, Object> none = Blocks.none(schema);
    return Dynamic.of(schema, none);
  }

  private byte[] call(String name, Object request) {
    return session.method("/tfplugin5.Provider/" + name).apply(Protobuf.write(request));
  }
}
