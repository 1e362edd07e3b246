package io.ecsim.terraform.catalog;

import io.ecsim.terraform.catalog.evs.EvsDoubles;
import io.ecsim.terraform.protocol.Catalog;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All that is doubled. */
public final class Doubles {
  private Doubles() {}

  /** All resources and data sources. */
  public static Catalog catalog() {
    return new Catalog(
        ProviderBlock.SCHEMA,
        and(
            EvsDoubles.resources(),
            new ComputeEipAssociate(),
            new ComputeInstance(),
            new ComputeVolumeAttach(),
            new KpsKeypair(),
            new NetworkingSecgroup(),
            new NetworkingSecgroupRule(),
            new Vpc(),
            new VpcEip(),
            new VpcSubnet()),
        and(
            EvsDoubles.dataSources(),
            new AccountData(),
            new AvailabilityZonesData(),
            new ComputeFlavorsData(),
            new ComputeInstanceData(),
            new ComputeInstancesData(),
            new IdentityProjectsData(),
            new ImagesImageData(),
            new ImagesImagesData(),
            new KpsKeypairsData(),
            new NetworkingSecgroupData(),
            new NetworkingSecgroupsData(),
            new VpcData(),
            new VpcSubnetData(),
            new VpcSubnetsData(),
            new VpcsData()));
  }

  @SafeVarargs
  private static <T> List<T> and(List<T> those, T... these) {
    return Stream.concat(Arrays.stream(these), those.stream()).toList();
  }
}
