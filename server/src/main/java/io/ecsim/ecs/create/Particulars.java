package io.ecsim.ecs.create;

import io.ecsim.ecs.server.Attachment;
import java.util.List;
import java.util.Map;

/**
 * What the native door says of new servers that a request of the service's own API cannot.
 *
 * @param names the names of the servers, one for each
 * @param labels their tags
 * @param rootGoes whether a new system disk goes with its server
 * @param disks disks that are there and come to the (only) server; one of them may be its system
 *     disk
 * @param snapshots what new disks are filled from instead of an image: the id of a snapshot by the
 *     disk's index, the system disk first
 */
public record Particulars(
    List<String> names,
    Map<String, String> labels,
    boolean rootGoes,
    List<Attachment> disks,
    Map<Integer, String> snapshots) {}
