package io.ecsim.ecs.server;

import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Disks;
import io.ecsim.pack.ImageMaking;
import io.ecsim.pack.Images;
import io.ecsim.pack.Keypairs;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Orders;

/** What servers need of the rest of the cloud. */
public record Neighbours(
    Inventory inventory,
    Disks disks,
    Networks networks,
    Addresses addresses,
    Images images,
    ImageMaking studio,
    Keypairs keypairs,
    Orders orders,
    Hosts hosts) {}
