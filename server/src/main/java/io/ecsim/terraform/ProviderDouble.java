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
import io.ecsim.terraform.value.Values;
import java.net.http.HttpClient;
import java.util.function.Supplier;

/** The provider itself. Nothing of it is loaded before Terraform first connects. */
public final class ProviderDouble implements Supplier<GrpcSession> {
  private final Surroundings surroundings;
  private final Locks locks = new Locks();
  private Catalog catalog;
  private HttpClient http;

  /** A provider that runs here. */
  public ProviderDouble(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A session for one more connection. */
  @Override
  public synchronized GrpcSession get() {
    if (catalog == null) {
      catalog = Doubles.catalog();
      http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
    return new ProviderSession(catalog, this::configured);
  }

  private ConfiguredProvider configured(Values block, Stop stop) {
    Settings settings = Settings.of(block, surroundings);
    Cloud cloud = new Cloud(http, surroundings.url().get(), settings);
    return new ConfiguredProvider(cloud, settings, stop, locks);
  }
}
