package io.ecsim.evs.group;

import io.ecsim.api.evs.ListSnapshotGroupsDetailQuery;
import io.ecsim.evs.disk.EnterpriseProjects;
import io.ecsim.evs.view.TagsText;
import io.ecsim.sim.Resource;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Which groups a list shows: {@code evs-schemas.md} 4. */
final class GroupFilter {
  private Predicate<Resource<SnapshotGroup>> wanted = group -> true;

  private GroupFilter() {}

  static Predicate<Resource<SnapshotGroup>> of(ListSnapshotGroupsDetailQuery query) {
    Map<String, String> tags = TagsText.parse(query.tags());
    return new GroupFilter()
        .when(query.id(), (group, id) -> group.id().equals(id))
        .when(query.name(), (group, name) -> group.spec().name().equals(name))
        .when(query.status(), (group, word) -> group.status().label().equalsIgnoreCase(word))
        .when(
            EnterpriseProjects.wanted(query.enterpriseProjectId()),
            (group, id) -> group.spec().enterpriseProject().equals(id))
        .when(query.tagKey(), (group, key) -> group.spec().tags().containsKey(key))
        .when(
            query.tags(),
            (group, text) -> group.spec().tags().entrySet().containsAll(tags.entrySet()))
        .when(query.serverId(), (group, server) -> server.equals(group.spec().server()))
        .wanted;
  }

  /** A filter that is absent, or an empty text, lets everything through. */
  private GroupFilter when(String value, BiPredicate<Resource<SnapshotGroup>, String> match) {
    if (value != null && !value.isEmpty()) {
      wanted = wanted.and(group -> match.test(group, value));
    }
    return this;
  }
}
