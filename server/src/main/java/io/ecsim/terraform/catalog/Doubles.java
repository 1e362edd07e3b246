package io.ecsim.terraform.catalog;

import io.ecsim.terraform.protocol.Catalog;
import java.util.List;

/** All that is doubled. */
public final class Doubles {
  private Doubles() {}

  /** All resources and data sources. */
  public static Catalog catalog() {
    return new Catalog(
        ProviderBlock.SCHEMA,
        List.of(
            new ComputeEipAssociate(),
            new ComputeInstance(),
            new ComputeVolumeAttach(),
            new EvsVolume(),
            new KpsKeypair(),
            new NetworkingSecgroup(),
            new NetworkingSecgroupRule(),
            new Vpc(),
            new VpcEip(),
            new VpcSubnet()),
        List.of(
            new AccountData(),
            new AvailabilityZonesData(),
            new ComputeFlavorsData(),
            new ComputeInstanceData(),
            new ComputeInstancesData(),
            new EvsVolumesData(),
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
}
