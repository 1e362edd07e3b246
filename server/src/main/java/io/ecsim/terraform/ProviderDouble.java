package io.ecsim.terraform;

import io.ecsim.http.grpc.GrpcSession;
import io.ecsim.terraform.catalog.Doubles;
import io.ecsim.terraform.client.Cloud;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.client.Locks;
import io.ecsim.terraform.client.Settings;
import io.ecsim.terraform.client.Stop;
import io.ecsim.terraform.client.Surroundings;
import io.ecsim.terraform.protocol.Catalog;
import io.ecsim.terraform.protocol.ProviderSession;
import io.ecsim.terraform.protocol.Rehearsal;
import io.ecsim.terraform.value.Values;
import java.net.http.HttpClient;
import java.util.function.Function;

/** The provider itself. Nothing of it is loaded before Terraform first connects. */
public final class ProviderDouble implements Function<String, GrpcSession> {
  private final Surroundings surroundings;
  private final Locks locks = new Locks();
  private Catalog catalog;
  private HttpClient http;

  /** A provider that runs here. */
  public ProviderDouble(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * A session for one more connection.
   *
   * @param world the world of provider blocks that name none; null for that of the surroundings
   */
  @Override
  public synchronized GrpcSession apply(String world) {
    if (catalog == null) {
      catalog = Doubles.catalog();
      http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
    Surroundings around = world == null ? surroundings : surroundings.in(world);
    return new ProviderSession(catalog, (block, stop) -> configured(block, stop, around));
  }

  /** Does what a plan needs, for nobody, so that it has been loaded. */
  public void rehearse() {
    try (GrpcSession session = apply(null)) {
      Rehearsal.of(session, catalog);
    }
  }

  private ConfiguredProvider configured(Values block, Stop stop, Surroundings around) {
    Settings settings = Settings.of(block, around);
    Cloud cloud = new Cloud(http, around.url().get(), settings);
    return new ConfiguredProvider(cloud, settings, stop, locks);
  }
}
