package io.ecsim.evs.backup;

import java.util.Map;

/**
 * What a client asks for when it has a backup made.
 *
 * @param volume the id of the disk
 * @param snapshot the id of one of its snapshots, or null for the disk as it is
 * @param name the name, perhaps empty
 * @param description a text, or null
 * @param full whether it shall not add to an earlier one
 * @param door the door of the disk's table
 */
public record NewBackup(
    String volume,
    String snapshot,
    String name,
    String description,
    boolean full,
    Map<String, String> metadata,
    Map<String, String> tags,
    Backup.Place place,
    String door) {}
