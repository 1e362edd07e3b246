package io.ecsim.terraform.catalog.evs;

import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.ResourceType;
import java.util.List;

/** All of EVS that is doubled. */
public final class EvsDoubles {
  private EvsDoubles() {}

  /** Its resources. */
  public static List<ResourceType> resources() {
    return List.of(new EvsVolume());
  }

  /** Its data sources. */
  public static List<DataSource> dataSources() {
    return List.of(new EvsVolumesData());
  }
}
