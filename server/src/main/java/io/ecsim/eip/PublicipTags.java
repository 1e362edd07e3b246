package io.ecsim.eip;

import io.ecsim.api.Call;
import io.ecsim.api.eip.BatchPublicipTagsActionRequest;
import io.ecsim.api.eip.CreatePublicipTagOption;
import io.ecsim.api.eip.CreatePublicipTagRequest;
import io.ecsim.api.eip.ListPublicipTagsResponse;
import io.ecsim.api.eip.PublicipTagsApi;
import io.ecsim.api.eip.ShowPublicipTagsResponse;
import io.ecsim.api.eip.TagKeyValues;
import io.ecsim.inventory.Limits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The operations on tags of EIPs. */
record PublicipTags(Limits limits) implements PublicipTagsApi {

  private static void change(Call call, String id, UnaryOperator<Map<String, String>> change) {
    call.transact(
        tx -> {
          var found = tx.state().require(Tables.PUBLICIPS, call.project(), id);
          return tx.change(
              Tables.PUBLICIPS, found.ref(), eip -> eip.withLabels(change.apply(eip.labels())));
        });
  }

  @Override
  public void createPublicipTag(Call call, String publicipId, CreatePublicipTagRequest body) {
    change(call, publicipId, was -> Labels.plus(limits, was, List.of(body.tag())));
  }

  @Override
  public void batchPublicipTagsAction(
      Call call, String publicipId, BatchPublicipTagsActionRequest body) {
    List<String> keys = body.tags().stream().map(CreatePublicipTagOption::key).toList();
    change(
        call,
        publicipId,
        was ->
            body.action().equals("delete")
                ? Labels.minus(was, keys)
                : Labels.plus(limits, was, body.tags()));
  }

  @Override
  public void deletePublicipTag(Call call, String publicipId, String key) {
    change(call, publicipId, was -> Labels.minus(was, List.of(key)));
  }

  @Override
  public ShowPublicipTagsResponse showPublicipTags(Call call, String publicipId) {
    var found = call.glance().require(Tables.PUBLICIPS, call.project(), publicipId);
    return new ShowPublicipTagsResponse(Labels.view(found.spec().labels()));
  }

  @Override
  public ListPublicipTagsResponse listPublicipTags(Call call) {
    var all = new TreeMap<String, Set<String>>();
    call.glance()
        .all(Tables.PUBLICIPS, call.project())
        .flatMap(eip -> eip.spec().labels().entrySet().stream())
        .forEach(
            tag ->
                all.computeIfAbsent(tag.getKey(), key -> new LinkedHashSet<>())
                    .add(tag.getValue()));
    return new ListPublicipTagsResponse(
        all.entrySet().stream()
            .map(tag -> new TagKeyValues(tag.getKey(), List.copyOf(tag.getValue())))
            .toList());
  }
}
