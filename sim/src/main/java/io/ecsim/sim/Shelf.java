package io.ecsim.sim;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The resources of one type in one project, in the order of creation. The order holds the rows
 * themselves, not their ids: a scan must not chase ids.
 */
public record Shelf(PMap<String, Long> seqs, TreePMap<Long, Resource<?>> rows) {
  static final Shelf EMPTY = new Shelf(HashTreePMap.empty(), TreePMap.empty());

  /** Which shelf a resource stands on. */
  public record Key(String type, String project) implements Comparable<Key> {
    static Key of(Ref ref) {
      return new Key(ref.type(), ref.project());
    }

    @Override
    public int compareTo(Key other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : project.compareTo(other.project);
    }
  }

  /** How many there are, in no time: the quota, and the count of a list answer. */
  public int size() {
    return rows.size();
  }

  /** The resource with this id, or null. */
  public Resource<?> get(String id) {
    Long seq = seqs.get(id);
    return seq == null ? null : rows.get(seq);
  }

  /** All, oldest first. */
  public Collection<Resource<?>> all() {
    return rows.values();
  }

  /** Those made after the one with this id; none if there is no such id. */
  public Collection<Resource<?>> after(String id) {
    Long seq = seqs.get(id);
    return seq == null ? List.of() : rows.tailMap(seq, false).values();
  }

  /** All but the first {@code count}: the map knows its size, so this asks it log n times. */
  public Collection<Resource<?>> skip(int count) {
    if (count >= size()) {
      return List.of();
    }
    if (count <= 0) {
      return all();
    }
    long low = rows.firstKey();
    long high = rows.lastKey();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (rows.headMap(middle, true).size() > count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return rows.tailMap(low, true).values();
  }

  Shelf with(Resource<?> resource) {
    return new Shelf(
        seqs.containsKey(resource.id()) ? seqs : seqs.plus(resource.id(), resource.seq()),
        rows.plus(resource.seq(), resource));
  }

  Shelf without(Resource<?> resource) {
    return new Shelf(seqs.minus(resource.id()), rows.minus(resource.seq()));
  }

  static Map.Entry<Key, Key> rangeOf(String type) {
    return Map.entry(new Key(type, ""), new Key(type, String.valueOf(Character.MAX_VALUE)));
  }
}
