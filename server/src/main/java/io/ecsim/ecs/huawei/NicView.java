package io.ecsim.ecs.huawei;

import io.ecsim.api.ecs.AttachableQuantity;
import io.ecsim.api.ecs.FixedIp;
import io.ecsim.api.ecs.InterfaceAttachment;
import io.ecsim.api.ecs.ShowServerAttachableNicNumInterfaceAttachment;
import io.ecsim.ecs.nic.Cards;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Slots;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;

/** Network cards as this API shows them: {@code ecs-schemas.md} 7. */
final class NicView {
  private static final String DRIVER = "virtio";

  private NicView() {}

  static InterfaceAttachment of(Networks.Nic nic) {
    return InterfaceAttachment.builder()
        .portId(nic.port().id())
        .netId(nic.subnetId())
        .macAddr(nic.mac())
        .fixedIps(addresses(nic))
        .portState(nic.state())
        .deleteOnTermination(!nic.kept())
        .driverMode(DRIVER)
        .multiqueueNum(1)
        .build();
  }

  static ShowServerAttachableNicNumInterfaceAttachment extended(Networks.Nic nic) {
    return ShowServerAttachableNicNumInterfaceAttachment.builder()
        .portId(nic.port().id())
        .netId(nic.subnetId())
        .macAddr(nic.mac())
        .fixedIps(addresses(nic))
        .portState(nic.state())
        .deleteOnTermination(!nic.kept())
        .preserveOnDelete(nic.kept())
        .driverMode(DRIVER)
        .minRate(0)
        .multiqueueNum(1)
        .build();
  }

  private static List<FixedIp> addresses(Networks.Nic nic) {
    var addresses = new ArrayList<FixedIp>();
    addresses.add(new FixedIp(nic.address(), nic.neutronSubnetId()));
    if (nic.address6() != null) {
      addresses.add(new FixedIp(nic.address6(), nic.neutronSubnetId()));
    }
    return addresses;
  }

  /** What a server still has room for. */
  static AttachableQuantity room(
      Cards cards, State state, Resource<Server> server, List<Networks.Nic> nics) {
    Slots slots = Slots.of(cards.cloud().inventory(), server.spec());
    List<Disks.Attached> disks = cards.cloud().disks().of(state, server.ref());
    return AttachableQuantity.builder()
        .freeNic(cards.free(server, nics))
        .freeEfiNic(0)
        .freeDisk(slots.left(disks))
        .freeScsi(slots.left(disks))
        .freeBlk(slots.leftBlk(disks))
        .build();
  }
}
