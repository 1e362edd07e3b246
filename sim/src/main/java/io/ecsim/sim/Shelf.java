package io.ecsim.sim;

import java.util.Collection;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The resources of one type in one project, in the order of creation. The order holds the rows
 * themselves, not their ids: a scan must not chase ids.
 *
 * @param seqs where each stands, by id
 * @param rows the resources in their order
 * @param takers what is taken, and how often: {@link Spec#takes}
 * @param hidden how many of them are hidden: {@link Status#hidden}
 */
public record Shelf(
    PMap<String, Long> seqs,
    TreePMap<Long, Resource<?>> rows,
    PMap<String, Integer> takers,
    int hidden) {
  static final Shelf EMPTY =
      new Shelf(HashTreePMap.empty(), TreePMap.empty(), HashTreePMap.empty(), 0);

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

  /** Whether any of them takes this for itself: {@link Spec#takes}. */
  public boolean taken(String what) {
    return takers.containsKey(what);
  }

  /** All, oldest first. */
  public Collection<Resource<?>> all() {
    return rows.values();
  }

  Shelf with(Resource<?> resource) {
    Resource<?> before = get(resource.id());
    return new Shelf(
        before == null ? seqs.plus(resource.id(), resource.seq()) : seqs,
        rows.plus(resource.seq(), resource),
        before != null && before.spec() == resource.spec()
            ? takers
            : counted(before == null ? takers : counted(takers, before, -1), resource, 1),
        hidden - hiding(before) + hiding(resource));
  }

  Shelf without(Resource<?> resource) {
    return new Shelf(
        seqs.minus(resource.id()),
        rows.minus(resource.seq()),
        counted(takers, get(resource.id()), -1),
        hidden - hiding(get(resource.id())));
  }

  private static int hiding(Resource<?> resource) {
    return resource != null && resource.status().hidden() ? 1 : 0;
  }

  private static PMap<String, Integer> counted(
      PMap<String, Integer> takers, Resource<?> resource, int more) {
    PMap<String, Integer> counts = takers;
    for (String what : resource.spec().takes()) {
      int count = counts.getOrDefault(what, 0) + more;
      counts = count == 0 ? counts.minus(what) : counts.plus(what, count);
    }
    return counts;
  }

  static Map.Entry<Key, Key> rangeOf(String type) {
    return Map.entry(new Key(type, ""), new Key(type, String.valueOf(Character.MAX_VALUE)));
  }
}
