package io.ecsim.sim;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * Who uses whom, the other way round: kept by the store from {@link Spec#uses} and {@link
 * Spec#owner}, so it cannot drift. It answers every <em>still in use</em> and every cascade.
 */
record Links(PMap<Ref, TreePSet<Ref>> users) {
  static final Links NONE = new Links(HashTreePMap.empty());

  Collection<Ref> of(Ref used) {
    return users.getOrDefault(used, TreePSet.empty());
  }

  Links changed(Ref user, Spec before, Spec after) {
    if (Objects.equals(before, after)) {
      return this;
    }
    Set<Ref> old = before == null ? Set.of() : usedBy(before);
    Set<Ref> now = after == null ? Set.of() : usedBy(after);
    if (old.equals(now)) {
      return this;
    }
    PMap<Ref, TreePSet<Ref>> next = users;
    for (Ref used : old) {
      if (!now.contains(used)) {
        TreePSet<Ref> rest = next.getOrDefault(used, TreePSet.empty()).minus(user);
        next = rest.isEmpty() ? next.minus(used) : next.plus(used, rest);
      }
    }
    for (Ref used : now) {
      if (!old.contains(used)) {
        next = next.plus(used, next.getOrDefault(used, TreePSet.empty()).plus(user));
      }
    }
    return new Links(next);
  }

  private static Set<Ref> usedBy(Spec spec) {
    Set<Ref> used = new LinkedHashSet<>(spec.uses());
    if (spec.owner() != null) {
      used.add(spec.owner());
    }
    return used;
  }
}
