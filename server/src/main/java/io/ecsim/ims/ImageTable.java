package io.ecsim.ims;

import static io.ecsim.ims.ImageStatus.ACTIVE;
import static io.ecsim.ims.ImageStatus.KILLED;
import static io.ecsim.ims.ImageStatus.QUEUED;
import static io.ecsim.ims.ImageStatus.SAVING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import java.util.List;

/**
 * The life of an image that a project makes: Glance's words. How long steps last is plausible, not
 * documented.
 */
final class ImageTable {
  private ImageTable() {}

  // spotless:off
  /** The table. */
  static final Lifecycle<ImageStatus, PrivateImage> IMAGES = Lifecycle.of("image", ImageStatus.class, PrivateImage.class).missing("IMG.0027");

  /** Makes an image; the argument is what goes on on its source meanwhile. */
  static final Edge<PrivateImage, Plan> CREATE = IMAGES.<Plan>creates("create")
      .via(QUEUED, 2)
      .via(SAVING, 8)
      .with((state, image, source) -> List.of(source))
      .failing("IMG.0001", KILLED)
      .interruptedInto(KILLED)
      .to(ACTIVE);
  // spotless:on
}
