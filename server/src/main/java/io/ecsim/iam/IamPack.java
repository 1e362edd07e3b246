package io.ecsim.iam;

import io.ecsim.api.Route;
import io.ecsim.api.iam.IamRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Tokens;
import java.util.List;
import java.util.function.LongSupplier;

/** The identity service. */
public final class IamPack implements Pack, Tokens {
  private final Directory directory;
  private final LongSupplier wall;

  /**
   * The service.
   *
   * @param inventory whose account it is
   * @param wall the wall clock in milliseconds: tokens expire by it, not by a world's time
   */
  public IamPack(Inventory inventory, LongSupplier wall) {
    this.directory = new Directory(inventory);
    this.wall = wall;
  }

  @Override
  public String service() {
    return "iam";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of();
  }

  @Override
  public List<Route> routes() {
    return IamRoutes.of(
        new Domains(directory),
        new Projects(directory),
        new TokenDesk(directory, wall),
        new Versions());
  }

  @Override
  public Bearer find(String text) {
    Token token = Token.parse(text);
    return token == null || token.expires() <= wall.getAsLong()
        ? null
        : new Bearer(
            token.world(),
            token.user().name(),
            token.domain().id(),
            token.project() == null ? null : token.project().id());
  }
}
