package io.ecsim.evs.transfer;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.List;

/**
 * The offer of a disk to whoever has the key.
 *
 * @param name its name, perhaps empty
 * @param volume the disk
 * @param key what the other project must know
 * @param holding whether it holds the disk: not yet while it is being made, and no more while it is
 *     being accepted, for a disk that others hold cannot change hands
 */
public record Transfer(String name, Ref volume, String key, boolean holding) implements Spec {
  @Override
  public Collection<Ref> uses() {
    return holding ? List.of(volume) : List.of();
  }

  /** An offer of a disk goes with the disk. */
  @Override
  public Ref owner() {
    return holding ? volume : null;
  }

  Transfer holding(boolean value) {
    return new Transfer(name, volume, key, value);
  }
}
