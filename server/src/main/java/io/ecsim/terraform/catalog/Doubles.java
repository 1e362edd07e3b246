package io.ecsim.terraform.catalog;

import io.ecsim.terraform.catalog.ecs.EcsDoubles;
import io.ecsim.terraform.catalog.evs.EvsDoubles;
import io.ecsim.terraform.catalog.ims.ImagesImageData;
import io.ecsim.terraform.catalog.ims.ImagesImagesData;
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
            Stream.concat(EcsDoubles.resources().stream(), EvsDoubles.resources().stream())
                .toList(),
            new KpsKeypair(),
            new NetworkingSecgroup(),
            new NetworkingSecgroupRule(),
            new Vpc(),
            new VpcEip(),
            new VpcSubnet()),
        and(
            Stream.concat(EcsDoubles.dataSources().stream(), EvsDoubles.dataSources().stream())
                .toList(),
            new AccountData(),
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
