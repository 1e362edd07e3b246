package io.ecsim.cbr;

import io.ecsim.sim.Status;
import java.util.Locale;

/** The statuses of a vault, as the API spells them. */
enum VaultStatus implements Status {
  /** Ready. */
  AVAILABLE,
  /** It and its backups are being deleted. */
  DELETING,
  /** It could not be made. */
  ERROR;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
