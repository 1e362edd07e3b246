package io.ecsim.ecs.create;

import io.ecsim.api.ecs.BatchAddServerNicsOption;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.DataVolume;
import io.ecsim.api.ecs.Extendparam;
import io.ecsim.api.ecs.Ipv6Bandwidth;
import io.ecsim.api.ecs.NovaCreateImage;
import io.ecsim.api.ecs.PrepaidOptions;
import io.ecsim.api.ecs.Resize;
import io.ecsim.api.ecs.RootVolume;
import io.ecsim.api.ecs.ServerExtendparam;
import io.ecsim.api.ecs.ServerNic;

/**
 * The members of requests for servers with which not everything can be said here. What is in no row
 * has its effect, but for {@code regionID} and {@code resourceSpecCode}: there is one region, and
 * the code follows the flavor. {@code ecs-schemas.md} 2, 4, 7, 15.
 */
public final class MemberTable {
  /** Servers to be made. */
  static final Members<CreateServersOption> SERVER =
      Members.<CreateServersOption>of("server")
          .unmodelled("os:scheduler_hints.fault_domain", MemberTable::faultDomain)
          .unmodelled("batch_create_in_multi_az", CreateServersOption::batchCreateInMultiAz)
          .unmodelled("enable_jumbo_frame", CreateServersOption::enableJumboFrame);

  /** Their terms. The old API says 0 for pay-per-use. */
  static final Members<ServerExtendparam> TERMS =
      Members.<ServerExtendparam>of("server.extendparam")
          .unmodelled("CB_CSBS_BACKUP", ServerExtendparam::cbCsbsBackup)
          .unmodelled("diskPrior", terms -> "true".equals(terms.diskPrior()))
          .knowing("chargingMode", ServerExtendparam::chargingMode, "prePaid", "postPaid", "0")
          .knowing("marketType", ServerExtendparam::marketType, "spot");

  /** Their system disks. */
  static final Members<RootVolume> ROOT =
      Members.<RootVolume>of("server.root_volume")
          .unmodelled("cluster_id", RootVolume::clusterId)
          .unmodelled("cluster_type", RootVolume::clusterType)
          .unmodelled("extendparam.snapshotId", disk -> snapshot(disk.extendparam()));

  /** Their data disks. */
  static final Members<DataVolume> DATA =
      Members.<DataVolume>of("server.data_volumes[]")
          .unmodelled("cluster_id", DataVolume::clusterId)
          .unmodelled("cluster_type", DataVolume::clusterType)
          .unmodelled("extendparam.snapshotId", disk -> snapshot(disk.extendparam()));

  /** Their cards. */
  static final Members<ServerNic> NIC =
      Members.<ServerNic>of("server.nics[]")
          .unmodelled("allowed_address_pairs", ServerNic::allowedAddressPairs)
          .unmodelled("efi_enable", ServerNic::efiEnable)
          .unmodelled("binding:profile", ServerNic::profile)
          .unmodelled("ipv6_bandwidth", nic -> id(nic.ipv6Bandwidth()));

  /** A card for a server that is there. */
  public static final Members<BatchAddServerNicsOption> ADDED_NIC =
      Members.<BatchAddServerNicsOption>of("nics[]")
          .unmodelled("efi_enable", BatchAddServerNicsOption::efiEnable)
          .unmodelled("ipv6_bandwidth", nic -> id(nic.ipv6Bandwidth()));

  /** Another flavor for several servers. */
  public static final Members<Resize> RESIZE =
      Members.<Resize>of("resize").unmodelled("promotion", Resize::promotion);

  /** The terms of servers that have a public address and are to be paid for by month or year. */
  public static final Members<PrepaidOptions> PREPAID =
      Members.<PrepaidOptions>of("prepaid_options")
          .unmodelled("include_publicips", PrepaidOptions::includePublicips);

  /** An image of a server. */
  public static final Members<NovaCreateImage> IMAGE =
      Members.<NovaCreateImage>of("createImage").unmodelled("metadata", NovaCreateImage::metadata);

  private MemberTable() {}

  private static String faultDomain(CreateServersOption asked) {
    return asked.schedulerHints() == null ? null : asked.schedulerHints().faultDomain();
  }

  private static String snapshot(Extendparam more) {
    return more == null ? null : more.snapshotId();
  }

  private static String id(Ipv6Bandwidth bandwidth) {
    return bandwidth == null ? null : bandwidth.id();
  }
}
