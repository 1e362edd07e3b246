package io.ecsim.evs.transfer;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderCreateVolumeTransferTransfer;
import io.ecsim.api.evs.CinderListVolumeTransfersDetailTransfer;
import io.ecsim.api.evs.CinderListVolumeTransfersTransfer;
import io.ecsim.api.evs.CinderTransfer;
import io.ecsim.api.evs.Link;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Resource;
import java.util.List;

/**
 * Offers as one version of the API shows them: {@code evs-schemas.md} 6.
 *
 * @param version {@code v2} or {@code v3}
 */
record TransferView(Call call, String version) {
  /** The only view that has the key. */
  CinderCreateVolumeTransferTransfer created(Resource<Transfer> transfer) {
    return new CinderCreateVolumeTransferTransfer(
        transfer.spec().key(),
        Times.created(transfer),
        transfer.id(),
        links(transfer),
        transfer.spec().name(),
        transfer.spec().volume().id());
  }

  CinderTransfer detail(Resource<Transfer> transfer) {
    return new CinderTransfer(
        Times.created(transfer),
        transfer.id(),
        links(transfer),
        transfer.spec().name(),
        transfer.spec().volume().id());
  }

  CinderListVolumeTransfersDetailTransfer listed(Resource<Transfer> transfer) {
    return CinderListVolumeTransfersDetailTransfer.builder()
        .id(transfer.id())
        .name(transfer.spec().name())
        .volumeId(transfer.spec().volume().id())
        .createdAt(Times.created(transfer))
        .links(links(transfer))
        .build();
  }

  CinderListVolumeTransfersTransfer brief(Resource<Transfer> transfer) {
    return new CinderListVolumeTransfersTransfer(
        transfer.id(), links(transfer), transfer.spec().name(), transfer.spec().volume().id());
  }

  private List<Link> links(Resource<Transfer> transfer) {
    String path = "/" + transfer.ref().project() + "/os-volume-transfer/" + transfer.id();
    return List.of(
        new Link(call.baseUrl() + "/" + version + path, "self"),
        new Link(call.baseUrl() + path, "bookmark"));
  }
}
