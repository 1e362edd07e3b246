package io.ecsim.ims;

import io.ecsim.sim.Status;
import java.util.Locale;

/** The statuses of an image, as the API spells them. */
enum ImageStatus implements Status {
  /** Its record is there, data is not. */
  QUEUED,
  /** Its data is coming. */
  SAVING,
  /** Ready. */
  ACTIVE,
  /** Its data did not come. */
  KILLED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
