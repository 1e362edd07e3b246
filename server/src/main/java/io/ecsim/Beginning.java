package io.ecsim;

import io.ecsim.pack.Pack;
import io.ecsim.sim.Seed;
import io.ecsim.sim.Tx;
import java.util.List;

/** What worlds and projects begin with. */
record Beginning(List<Pack> packs, Scenario scenario) implements Seed {
  @Override
  public void plant(Tx tx, String project) {
    packs.forEach(pack -> pack.plant(tx, project));
  }

  @Override
  public void open(Tx tx) {
    scenario.open(tx);
  }
}
