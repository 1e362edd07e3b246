package io.ecsim.cbr;

import io.ecsim.sim.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vault for disks.
 *
 * @param description a text, perhaps empty
 * @param size GiB it may hold
 * @param terms what is only shown again
 * @param tags its tags
 * @param members the ids of the disks it protects, in the order they came
 */
record Vault(
    String name,
    String description,
    int size,
    Terms terms,
    Map<String, String> tags,
    List<String> members)
    implements Spec {

  /**
   * What is only shown again; none of it changes what the vault does. It never takes disks by
   * itself, never grows and is never locked: who asks for that is refused.
   *
   * @param consistency {@code crash_consistent}
   * @param prefix what names of backups would begin with that a policy makes
   * @param bindRules tags of the disks it would take by itself
   */
  record Terms(
      String consistency, String enterpriseProject, String prefix, Map<String, String> bindRules) {}

  /** Makes the collections immutable, in the order they have. */
  Vault {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    members = List.copyOf(members);
  }

  /** The same with these disks more. */
  Vault with(Collection<String> disks) {
    var more = new ArrayList<>(members);
    more.addAll(disks);
    return new Vault(name, description, size, terms, tags, more);
  }

  /** The same without these disks. */
  Vault without(Collection<String> disks) {
    var fewer = members.stream().filter(disk -> !disks.contains(disk)).toList();
    return new Vault(name, description, size, terms, tags, fewer);
  }
}
