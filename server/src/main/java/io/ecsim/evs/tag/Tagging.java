package io.ecsim.evs.tag;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.ListSnapshotTagsResponse;
import io.ecsim.api.evs.Tag;
import io.ecsim.api.evs.TagKeyValue;
import io.ecsim.evs.disk.TagRules;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Spec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * How the things of one type get and lose their tags, in whatever status they are: {@code
 * evs-schemas.md} 8.
 *
 * @param table their table
 * @param rules what their tags may be
 * @param tagged a thing with other tags
 */
public record Tagging<S extends Spec>(
    Lifecycle<?, S> table, TagRules rules, BiFunction<S, Map<String, String>, S> tagged) {

  /** The tags of the thing with this id. */
  public Map<String, String> of(Call call, String id) {
    return call.glance().require(table, call.project(), id).spec().tags();
  }

  /** Adds tags; one whose key is there gets another value. */
  public void add(Call call, String id, List<Tag> more) {
    checkUnique(more);
    change(
        call,
        id,
        tags -> {
          more.forEach(tag -> tags.put(tag.key(), Texts.or(tag.value(), "")));
          rules.check(tags);
        });
  }

  /** Takes tags away, whatever their values; those that are not there are no matter. */
  public void remove(Call call, String id, List<Tag> less) {
    checkUnique(less);
    change(call, id, tags -> less.forEach(tag -> tags.remove(tag.key())));
  }

  /** Gives a thing these tags and none else. */
  public void reset(Call call, String id, Map<String, String> all) {
    rules.check(all);
    change(
        call,
        id,
        tags -> {
          tags.clear();
          tags.putAll(all);
        });
  }

  private void change(Call call, String id, Consumer<Map<String, String>> edit) {
    call.transact(
        tx -> {
          var found = tx.state().require(table, call.project(), id);
          var tags = new LinkedHashMap<>(found.spec().tags());
          edit.accept(tags);
          return tx.change(table, found.ref(), spec -> tagged.apply(spec, tags));
        });
  }

  private static void checkUnique(List<Tag> tags) {
    var keys = new HashSet<String>();
    for (Tag tag : tags) {
      if (!keys.add(tag.key())) {
        throw new ApiError("EVS.1062", "The tag key %s is there twice.".formatted(tag.key()));
      }
    }
  }

  /** All keys that things of the project have, each with its values. */
  public Map<String, List<String>> all(Call call) {
    var values = new TreeMap<String, Set<String>>();
    call.glance()
        .all(table, call.project())
        .flatMap(found -> found.spec().tags().entrySet().stream())
        .forEach(
            tag ->
                values.computeIfAbsent(tag.getKey(), key -> new TreeSet<>()).add(tag.getValue()));
    var tags = new LinkedHashMap<String, List<String>>();
    values.forEach((key, all) -> tags.put(key, List.copyOf(all)));
    return tags;
  }

  /** The same as version 5 of the API has it: {@code evs-lifecycle.md} g, open point 6. */
  public ListSnapshotTagsResponse listed(Call call) {
    return new ListSnapshotTagsResponse(
        all(call).entrySet().stream()
            .map(tag -> new TagKeyValue(tag.getKey(), tag.getValue()))
            .toList());
  }
}
