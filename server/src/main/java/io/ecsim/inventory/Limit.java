package io.ecsim.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A bound on how much there may be, with its built-in value; -1 means none. */
public enum Limit {
  /** Servers of a project. */
  SERVERS(2048),
  /** Virtual CPUs of a project. */
  CORES(20480),
  /** Memory of a project, MiB. */
  RAM(25165824),
  /** Metadata items of a server. */
  SERVER_METADATA(128),
  /** Tags of a server. */
  SERVER_TAGS(10),
  /** Server groups of a project. */
  SERVER_GROUPS(10),
  /** Servers of a server group. */
  SERVER_GROUP_MEMBERS(16),
  /** Network cards of a server; its flavor may allow fewer. */
  NICS_PER_SERVER(12),
  /** Disks of a server, the system disk included; its flavor may allow fewer. */
  DISKS_PER_SERVER(60),
  /** Security groups of a server. */
  GROUPS_PER_SERVER(10),
  /** Disks of a project. */
  VOLUMES(1000),
  /** GiB of all disks and snapshots of a project. */
  GIGABYTES(1048576),
  /** GiB of one disk; -1 leaves it to the type. */
  PER_VOLUME_GIGABYTES(-1),
  /** Disks of each one type of a project. */
  VOLUMES_PER_TYPE(-1),
  /** GiB of each one type of a project. */
  GIGABYTES_PER_TYPE(-1),
  /** Snapshots of a project. */
  SNAPSHOTS(1000),
  /** Snapshots of each one type of a project. */
  SNAPSHOTS_PER_TYPE(-1),
  /** Legacy snapshots of a disk. */
  SNAPSHOTS_PER_VOLUME(7),
  /** Standard snapshots of a disk. */
  STANDARD_SNAPSHOTS_PER_VOLUME(256),
  /** Standard snapshots of a disk that have instant access. */
  INSTANT_SNAPSHOTS_PER_VOLUME(7),
  /** Servers that share a disk. */
  SERVERS_PER_SHARED_VOLUME(16),
  /** Tags of a disk. */
  VOLUME_TAGS(20),
  /** Backups of a project. */
  BACKUPS(1000),
  /** GiB of the backups of a project. */
  BACKUP_GIGABYTES(5120),
  /** VPCs of a project. */
  VPCS(50),
  /** Subnets of a project. */
  SUBNETS(400),
  /** Security groups of a project. */
  SECURITY_GROUPS(100),
  /** Rules of all security groups of a project. */
  SECURITY_GROUP_RULES(5000),
  /** Floating addresses of a project. */
  FLOATING_IPS(50),
  /** Shared bandwidths of a project. */
  SHARED_BANDWIDTHS(5),
  /** Ports of a project. */
  PORTS(5000),
  /** Tags of a VPC, subnet or group. */
  NETWORK_TAGS(20),
  /** Key pairs of a project. */
  KEYPAIRS(200);

  private final int builtIn;

  Limit(int builtIn) {
    this.builtIn = builtIn;
  }

  /** Its value where no file says otherwise. */
  public int builtIn() {
    return builtIn;
  }

  /** How inventory files spell it: {@code nics_per_server}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The limit that is spelled so. */
  public static Optional<Limit> of(String label) {
    return Stream.of(values()).filter(limit -> limit.label().equals(label)).findFirst();
  }
}
