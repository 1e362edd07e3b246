package io.ecsim.evs.recyclebin;

import io.ecsim.api.Call;
import io.ecsim.api.evs.ListVolumesInRecycleQuery;
import io.ecsim.api.evs.ListVolumesInRecycleResponse;
import io.ecsim.api.evs.RecycleBinApi;
import io.ecsim.api.evs.ShowRecyclePolicyResponse;
import io.ecsim.api.evs.ShowVolumeInRecycleResponse;
import io.ecsim.api.evs.UpdateRecyclePolicyRequest;
import io.ecsim.evs.disk.RecyclePolicy;
import io.ecsim.evs.disk.Volume;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Resource;

/** The recycle bin, its policy, and how disks leave it. */
public final class RecycleBinOperations implements RecycleBinApi {
  private final RecycleBin bin;
  private final RecycledList list;

  public RecycleBinOperations(Inventory inventory) {
    this.bin = new RecycleBin(inventory);
    this.list = new RecycledList(inventory);
  }

  @Override
  public ListVolumesInRecycleResponse listVolumesInRecycle(
      Call call, ListVolumesInRecycleQuery query) {
    return list.page(call, query);
  }

  @Override
  public ShowVolumeInRecycleResponse showVolumeInRecycle(Call call, String volumeId) {
    Resource<Volume> disk = RecycleBin.find(call.glance().state(), call.project(), volumeId);
    return new ShowVolumeInRecycleResponse(RecycledView.of(call.glance().show(disk)));
  }

  @Override
  public void deleteVolumeInRecycle(Call call, String volumeId) {
    call.transact(tx -> bin.destroy(tx, call.project(), volumeId));
  }

  @Override
  public void revertVolumeInRecycle(Call call, String volumeId) {
    call.transact(tx -> bin.revert(tx, call.project(), volumeId));
  }

  @Override
  public ShowRecyclePolicyResponse showRecyclePolicy(Call call) {
    RecyclePolicy policy = RecyclePolicy.of(call.glance().state(), call.project());
    return new ShowRecyclePolicyResponse(policy.keep(), policy.on(), policy.threshold());
  }

  @Override
  public void updateRecyclePolicy(Call call, UpdateRecyclePolicyRequest body) {
    var wanted =
        new RecyclePolicy(body.switch_(), days(body.thresholdTime()), days(body.keepTime()));
    Prompt.over(call.transact(tx -> bin.lay(tx, call.project(), wanted)));
  }

  private static int days(Integer given) {
    return given == null ? RecyclePolicy.USUAL : given;
  }
}
