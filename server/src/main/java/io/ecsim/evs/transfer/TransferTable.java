package io.ecsim.evs.transfer;

import static io.ecsim.evs.transfer.TransferStatus.PENDING;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/**
 * The life of an offer: {@code evs-lifecycle.md} b.1, "Create transfer" and what follows. It takes
 * no time; what a transfer does, its disk does or refuses with it.
 */
public final class TransferTable {
  private TransferTable() {}

  // spotless:off
  /** The table. */
  public static final Lifecycle<TransferStatus, Transfer> TRANSFERS = Lifecycle.of("transfer", TransferStatus.class, Transfer.class).missing("EVS.5404");

  /** Offers a disk. */
  static final Edge<Transfer, Void> CREATE = TRANSFERS.<Void>creates("create")
      .lastly((state, transfer, none) -> List.of(Plan.of(VolumeTable.TRANSFER, transfer.spec().volume(), null)))
      .changing((transfer, none, now) -> transfer.holding(true))
      .failingGone("EVS.2002", PENDING)
      .to(PENDING);

  /** Brings the disk to the project that accepts it. */
  static final Edge<Transfer, String> ACCEPT = TRANSFERS.<String>on("accept", PENDING)
      .refused("EVS.5400")
      .reserving((transfer, project, now) -> transfer.holding(false), (transfer, project, now) -> transfer.holding(true))
      .lastly((state, transfer, project) -> List.of(Plan.of(VolumeTable.ACCEPT_TRANSFER, transfer.spec().volume(), project)))
      .failing("EVS.2002")
      .gone();

  /** Withdraws the offer. */
  static final Edge<Transfer, Void> DELETE = TRANSFERS.<Void>on("delete", PENDING)
      .refused("EVS.5400")
      .lastly((state, transfer, none) -> kept(state, transfer))
      .failing("EVS.2002")
      .gone();
  // spotless:on

  /** A disk that somebody has forced into another status meanwhile stays in that. */
  private static List<Plan> kept(State state, Resource<Transfer> transfer) {
    Resource<?> disk = state.find(transfer.spec().volume());
    return disk.status() == VolumeStatus.AWAITING_TRANSFER
        ? List.of(Plan.of(VolumeTable.CANCEL_TRANSFER, disk.ref(), null))
        : List.of();
  }
}
