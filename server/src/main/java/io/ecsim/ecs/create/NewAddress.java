package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.Eip;
import io.ecsim.api.ecs.ServerPublicip;
import io.ecsim.pack.Addresses;

/** The public address that a request to make servers asks for: {@code ecs-schemas.md} 2. */
final class NewAddress {
  private NewAddress() {}

  /**
   * The address, or null if none is asked for.
   *
   * @throws ApiError {@code Ecs.0005} if it is not clear which, HTTP 501 for a prepaid one
   */
  static Addresses.Order of(CreateServersOption asked) {
    ServerPublicip wish = asked.publicip();
    if (wish == null) {
      return null;
    }
    boolean existing = wish.id() != null && !wish.id().isEmpty();
    if (existing == (wish.eip() != null)) {
      throw new ApiError(
          "Ecs.0005",
          "publicip: one of id and eip must be given, id is '%s'.".formatted(wish.id()));
    }
    boolean goes = Boolean.TRUE.equals(wish.deleteOnTermination());
    return existing
        ? new Addresses.Order(wish.id(), null, null, null, null, null, goes, null)
        : made(wish.eip(), goes, Request.enterpriseProject(asked));
  }

  private static Addresses.Order made(Eip eip, boolean goes, String enterpriseProject) {
    Unmodelled.refuse(
        eip.extendparam() != null && "prePaid".equals(eip.extendparam().chargingMode()),
        "server.publicip.eip.extendparam.chargingMode prePaid");
    return new Addresses.Order(
        null,
        eip.iptype(),
        eip.bandwidth().sharetype(),
        eip.bandwidth().id(),
        eip.bandwidth().size(),
        eip.bandwidth().chargemode(),
        goes,
        enterpriseProject);
  }
}
