package io.ecsim.evs.transfer;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderAcceptVolumeTransferRequest;
import io.ecsim.api.evs.CinderAcceptVolumeTransferResponse;
import io.ecsim.api.evs.CinderCreateVolumeTransferOption;
import io.ecsim.api.evs.CinderCreateVolumeTransferRequest;
import io.ecsim.api.evs.CinderCreateVolumeTransferResponse;
import io.ecsim.api.evs.CinderListVolumeTransfersDetailResponse;
import io.ecsim.api.evs.CinderListVolumeTransfersDetailV2Query;
import io.ecsim.api.evs.CinderListVolumeTransfersDetailV3Query;
import io.ecsim.api.evs.CinderListVolumeTransfersQuery;
import io.ecsim.api.evs.CinderListVolumeTransfersResponse;
import io.ecsim.api.evs.CinderListVolumeTransfersV3Query;
import io.ecsim.api.evs.CinderShowVolumeTransferResponse;
import io.ecsim.api.evs.TransfersApi;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.Page;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Offers of disks, natively, versions 2 and 3 alike. They are shown in the project that makes them;
 * whoever knows id and key accepts them.
 */
public final class TransferOperations implements TransfersApi {
  private static final int MOST = 1000;

  private final Transfers transfers;

  public TransferOperations(Transfers transfers) {
    this.transfers = transfers;
  }

  @Override
  public CinderCreateVolumeTransferResponse cinderCreateVolumeTransfer(
      Call call, CinderCreateVolumeTransferRequest body) {
    return create(call, "v2", body.transfer());
  }

  @Override
  public CinderCreateVolumeTransferResponse cinderCreateVolumeTransferV3(
      Call call, CinderCreateVolumeTransferRequest body) {
    return create(call, "v3", body.transfer());
  }

  private CinderCreateVolumeTransferResponse create(
      Call call, String version, CinderCreateVolumeTransferOption wanted) {
    String name = Texts.or(wanted.name(), "");
    Job job = begin(call, tx -> transfers.create(tx, call.project(), wanted.volumeId(), name));
    return new CinderCreateVolumeTransferResponse(
        new TransferView(call, version).created(find(call, job.ref().id())));
  }

  @Override
  public CinderAcceptVolumeTransferResponse cinderAcceptVolumeTransfer(
      Call call, String transferId, CinderAcceptVolumeTransferRequest body) {
    return accept(call, "v2", transferId, body.accept().authKey());
  }

  @Override
  public CinderAcceptVolumeTransferResponse cinderAcceptVolumeTransferV3(
      Call call, String transferId, CinderAcceptVolumeTransferRequest body) {
    return accept(call, "v3", transferId, body.accept().authKey());
  }

  private CinderAcceptVolumeTransferResponse accept(
      Call call, String version, String id, String key) {
    Resource<Transfer> transfer =
        NativeWords.in(call, () -> Transfers.anywhere(call.glance().state(), call.project(), id));
    begin(call, tx -> transfers.accept(tx, call.project(), transfer, key));
    return new CinderAcceptVolumeTransferResponse(new TransferView(call, version).brief(transfer));
  }

  @Override
  public void cinderDeleteVolumeTransfer(Call call, String transferId) {
    begin(call, tx -> transfers.delete(tx, call.project(), transferId));
  }

  @Override
  public void cinderDeleteVolumeTransferV3(Call call, String transferId) {
    begin(call, tx -> transfers.delete(tx, call.project(), transferId));
  }

  /** What is refused is worded natively; a fault that makes it fail keeps its own words. */
  private static Job begin(Call call, Function<Tx, Job> plan) {
    return Prompt.over(NativeWords.in(call, () -> call.transact(plan)));
  }

  @Override
  public CinderListVolumeTransfersResponse cinderListVolumeTransfers(
      Call call, CinderListVolumeTransfersQuery query) {
    return brief(call, "v2", query.limit(), query.offset());
  }

  @Override
  public CinderListVolumeTransfersResponse cinderListVolumeTransfersV3(
      Call call, CinderListVolumeTransfersV3Query query) {
    return brief(call, "v3", query.limit(), query.offset());
  }

  private static CinderListVolumeTransfersResponse brief(
      Call call, String version, Integer limit, Integer offset) {
    var view = new TransferView(call, version);
    return new CinderListVolumeTransfersResponse(
        page(call, limit, offset).stream().map(view::brief).toList());
  }

  @Override
  public CinderListVolumeTransfersDetailResponse cinderListVolumeTransfersDetailV2(
      Call call, CinderListVolumeTransfersDetailV2Query query) {
    return detailed(call, "v2", query.limit(), query.offset());
  }

  @Override
  public CinderListVolumeTransfersDetailResponse cinderListVolumeTransfersDetailV3(
      Call call, CinderListVolumeTransfersDetailV3Query query) {
    return detailed(call, "v3", query.limit(), query.offset());
  }

  private static CinderListVolumeTransfersDetailResponse detailed(
      Call call, String version, Integer limit, Integer offset) {
    var view = new TransferView(call, version);
    return new CinderListVolumeTransfersDetailResponse(
        page(call, limit, offset).stream().map(view::listed).toList());
  }

  /** The newest first. */
  private static List<Resource<Transfer>> page(Call call, Integer limit, Integer offset) {
    return NativeWords.in(
        call,
        () -> {
          Integer most = limit == null ? null : Integer.valueOf(Math.min(limit, MOST));
          var all =
              new ArrayList<>(call.glance().all(TransferTable.TRANSFERS, call.project()).toList());
          Collections.reverse(all);
          return Page.of(most, offset, null).cut(all, Resource::id).stream()
              .map(call.glance()::show)
              .toList();
        });
  }

  @Override
  public CinderShowVolumeTransferResponse cinderShowVolumeTransfer(Call call, String transferId) {
    return show(call, "v2", transferId);
  }

  @Override
  public CinderShowVolumeTransferResponse cinderShowVolumeTransferV3(Call call, String transferId) {
    return show(call, "v3", transferId);
  }

  private static CinderShowVolumeTransferResponse show(Call call, String version, String id) {
    return new CinderShowVolumeTransferResponse(
        new TransferView(call, version).detail(NativeWords.in(call, () -> find(call, id))));
  }

  private static Resource<Transfer> find(Call call, String id) {
    return call.glance().require(TransferTable.TRANSFERS, call.project(), id);
  }
}
