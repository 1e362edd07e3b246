package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.ActionAndTagsRequest;
import io.ecsim.api.vpc.ListResourceTagsResponse;
import io.ecsim.api.vpc.ResourceTag;
import io.ecsim.api.vpc.Tag;
import io.ecsim.api.vpc.TagKeyValues;
import io.ecsim.api.vpc.TagRequest;
import io.ecsim.api.vpc.TagsApi;
import io.ecsim.api.vpc.TagsResponse;
import io.ecsim.inventory.Limits;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The operations on tags of VPCs, subnets and security groups: one for all, told apart by type. */
record Tags(Limits limits) implements TagsApi {
  private static final Kind<Vpc> VPC = new Kind<>(Tables.VPCS, Vpc::withTags);
  private static final Kind<Subnet> SUBNET = new Kind<>(Tables.SUBNETS, Subnet::withTags);
  private static final Kind<SecurityGroup> GROUP =
      new Kind<>(Tables.GROUPS, SecurityGroup::withTags);

  /** A type that has tags, and how they are changed. */
  private record Kind<S extends Spec>(
      Lifecycle<?, S> table, BiFunction<S, Map<String, String>, S> with) {}

  private static TagsResponse show(Call call, Kind<?> kind, String id) {
    Resource<?> found = call.glance().require(kind.table(), call.project(), id);
    return new TagsResponse(TagSets.view(found.spec().tags()));
  }

  private static <S extends Spec> void change(
      Call call, Kind<S> kind, String id, UnaryOperator<Map<String, String>> change) {
    call.transact(
        tx -> {
          var found = tx.state().require(kind.table(), call.project(), id);
          return tx.change(
              kind.table(),
              found.ref(),
              spec -> kind.with().apply(spec, change.apply(spec.tags())));
        });
  }

  private void batch(Call call, Kind<?> kind, String id, ActionAndTagsRequest body) {
    List<String> keys = body.tags().stream().map(ResourceTag::key).toList();
    List<Tag> tags = body.tags().stream().map(tag -> new Tag(tag.key(), tag.value())).toList();
    change(
        call,
        kind,
        id,
        was ->
            body.action().equals("delete")
                ? TagSets.minus(was, keys)
                : TagSets.plus(limits, was, tags));
  }

  private void add(Call call, Kind<?> kind, String id, TagRequest body) {
    Tag tag = new Tag(body.tag().key(), body.tag().value());
    change(call, kind, id, was -> TagSets.plus(limits, was, List.of(tag)));
  }

  private static void remove(Call call, Kind<?> kind, String id, String key) {
    change(call, kind, id, was -> TagSets.minus(was, List.of(key)));
  }

  /** All tags of a type, by key. */
  private static ListResourceTagsResponse list(Call call, Kind<?> kind) {
    var all = new TreeMap<String, Set<String>>();
    call.glance()
        .state()
        .all(kind.table(), call.project())
        .forEach(
            one ->
                one.spec()
                    .tags()
                    .forEach(
                        (key, value) ->
                            all.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value)));
    return new ListResourceTagsResponse(
        all.entrySet().stream()
            .map(tag -> new TagKeyValues(tag.getKey(), List.copyOf(tag.getValue())))
            .toList());
  }

  @Override
  public void batchSecurityGroupTagsAction(Call call, String id, ActionAndTagsRequest body) {
    batch(call, GROUP, id, body);
  }

  @Override
  public void batchSubnetTagsAction(Call call, String id, ActionAndTagsRequest body) {
    batch(call, SUBNET, id, body);
  }

  @Override
  public void batchVpcTagsAction(Call call, String id, ActionAndTagsRequest body) {
    batch(call, VPC, id, body);
  }

  @Override
  public void createSecurityGroupTag(Call call, String id, TagRequest body) {
    add(call, GROUP, id, body);
  }

  @Override
  public void createSubnetTag(Call call, String id, TagRequest body) {
    add(call, SUBNET, id, body);
  }

  @Override
  public void createVpcResourceTag(Call call, String id, TagRequest body) {
    add(call, VPC, id, body);
  }

  @Override
  public void deleteSecurityGroupTag(Call call, String id, String key) {
    remove(call, GROUP, id, key);
  }

  @Override
  public void deleteSubnetTag(Call call, String id, String key) {
    remove(call, SUBNET, id, key);
  }

  @Override
  public void deleteVpcTag(Call call, String id, String key) {
    remove(call, VPC, id, key);
  }

  @Override
  public ListResourceTagsResponse listSecurityGroupTags(Call call) {
    return list(call, GROUP);
  }

  @Override
  public ListResourceTagsResponse listSubnetTags(Call call) {
    return list(call, SUBNET);
  }

  @Override
  public ListResourceTagsResponse listVpcTags(Call call) {
    return list(call, VPC);
  }

  @Override
  public TagsResponse showSecurityGroupTags(Call call, String id) {
    return show(call, GROUP, id);
  }

  @Override
  public TagsResponse showSubnetTags(Call call, String id) {
    return show(call, SUBNET, id);
  }

  @Override
  public TagsResponse showVpcTags(Call call, String id) {
    return show(call, VPC, id);
  }
}
