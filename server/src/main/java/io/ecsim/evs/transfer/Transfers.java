package io.ecsim.evs.transfer;

import io.ecsim.api.ApiError;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.disk.Offer;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;

/** How disks are offered, accepted and kept. */
public final class Transfers {
  private static final int BAD_REQUEST = 400;
  private static final int KEY_LENGTH = 16;

  private final Offer offer;

  /** Transfers in a cloud with these quotas. */
  public Transfers(Inventory inventory) {
    this.offer = new Offer(inventory);
  }

  /** Offers a disk to whoever has the key, which the transfer then knows. */
  public Job create(Tx tx, String project, String volume, String name) {
    Texts.bound("EVS.5400", "name", name, Texts.MOST);
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, volume);
    if (Backups.of(tx.state(), disk.ref()).findAny().isPresent()) {
      throw new ApiError("EVS.5400", "The %s has backups.".formatted(disk.ref()));
    }
    String type = TransferTable.TRANSFERS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, name));
    String key = Ids.hex(tx.state().seed(), ref.id(), "auth_key").substring(0, KEY_LENGTH);
    return tx.begin(
        Plan.create(TransferTable.CREATE, ref, new Transfer(name, disk.ref(), key, false), null));
  }

  /**
   * Brings a disk into this project, if the key is right and the quotas allow it. The disk counts
   * there already when they are asked; whatever throws takes everything back.
   */
  public Job accept(Tx tx, String project, Resource<Transfer> transfer, String key) {
    if (!transfer.spec().key().equals(key)) {
      throw new ApiError(
          BAD_REQUEST,
          "EVS.5400",
          "Invalid auth key: auth_key %s is not that of the %s.".formatted(key, transfer.ref()));
    }
    Job job = tx.begin(Plan.of(TransferTable.ACCEPT, transfer.ref(), project));
    if (job.phase() == Phase.SUCCESS) {
      String id = transfer.spec().volume().id();
      Volume volume = tx.state().require(VolumeTable.VOLUMES, project, id).spec();
      Problem.refuse(offer.excess(tx.state(), project, volume.type(), volume.size()));
    }
    return job;
  }

  /** Withdraws the offer of a disk. */
  public Job delete(Tx tx, String project, String id) {
    Resource<Transfer> transfer = tx.state().require(TransferTable.TRANSFERS, project, id);
    return tx.begin(Plan.of(TransferTable.DELETE, transfer.ref(), null));
  }

  /**
   * The offer with this id, whichever project makes it; as if it were this one's if there is none.
   */
  static Resource<Transfer> anywhere(State state, String project, String id) {
    return state
        .everywhere(TransferTable.TRANSFERS)
        .filter(transfer -> transfer.id().equals(id))
        .findFirst()
        .orElseGet(() -> state.require(TransferTable.TRANSFERS, project, id));
  }
}
