package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.ListRecycleBinServersQuery;
import io.ecsim.api.ecs.ListRecycleBinServersResponse;
import io.ecsim.api.ecs.Policy;
import io.ecsim.api.ecs.RecycleBinApi;
import io.ecsim.api.ecs.ServerDetail;
import io.ecsim.api.ecs.ShowRecycleBinResponse;
import io.ecsim.api.ecs.ShowRecycleBinServerResponse;
import io.ecsim.api.ecs.UpdateRecycleBinPolicyRequest;
import io.ecsim.api.ecs.UpdateRecycleBinRequest;
import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.bin.BinPolicy;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Filters;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The recycle bin, its policy, and how servers leave it: {@code ecs-lifecycle.md} b.14. */
public record RecycleBinOperations(Neighbours cloud, Bin bin) implements RecycleBinApi {
  private static final int PAGE = 10;

  private static final Set<String> FLAGS = new TreeSet<>(Set.of("", "0", "1", "false", "true"));

  /** What {@code expect-fields} may name, as the definition of the operation has it. */
  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "power_state",
              "host_status",
              "hostname",
              "hypervisor_hostname",
              "user_data",
              "key_name",
              "root_device_name",
              "volumes_attached",
              "security_groups",
              "addresses",
              "image",
              "metadata",
              "tags",
              "system_tags",
              "dedicated_host_id",
              "enterprise_project_id",
              "cpu_options"));

  @Override
  public ShowRecycleBinResponse showRecycleBin(Call call) {
    BinPolicy policy = BinPolicy.of(call.glance().state(), call.project());
    return new ShowRecycleBinResponse(
        call.project(),
        policy.on() ? "on" : "off",
        new Policy(policy.retention(), policy.threshold()));
  }

  @Override
  public void updateRecycleBin(Call call, UpdateRecycleBinRequest body) {
    boolean on = body.recycleBin().switch_().equals("on");
    Prompt.over(call.transact(tx -> bin.lay(tx, call.project(), policy -> policy.switched(on))));
  }

  @Override
  public void updateRecycleBinPolicy(Call call, UpdateRecycleBinPolicyRequest body) {
    var asked = body.policy();
    Prompt.over(
        call.transact(
            tx ->
                bin.lay(
                    tx,
                    call.project(),
                    policy -> policy.with(asked.retentionHour(), asked.recycleThresholdDay()))));
  }

  @Override
  public ListRecycleBinServersResponse listRecycleBinServers(
      Call call, ListRecycleBinServersQuery query) {
    check("all_tenants", List.of(or(query.allTenants())), FLAGS);
    check("expect-fields", Filters.words(List.of(or(query.expectFields()))), FIELDS);
    int limit = query.limit() == null ? PAGE : query.limit();
    boolean marked = query.marker() != null && !query.marker().isEmpty();
    int offset = marked || query.offset() == null ? 0 : query.offset();
    Listing.Page<Server> page = found(call, query).rest(query.marker(), offset, limit);
    return new ListRecycleBinServersResponse(
        page.items().stream().map(server -> shown(call, server)).toList());
  }

  /** These words change nothing: nobody administrates all tenants, and all fields show anyway. */
  private static void check(String key, List<String> words, Set<String> known) {
    for (String word : words) {
      if (!known.contains(word)) {
        throw new ApiError("Ecs.0005", "%s '%s' is none of %s.".formatted(key, word, known));
      }
    }
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }

  private ServerDetail shown(Call call, Resource<Server> server) {
    call.glance().show(server);
    return Detail.listed(Sight.of(cloud, call.glance().state(), server));
  }

  private Listing<Server> found(Call call, ListRecycleBinServersQuery query) {
    State state = call.glance().state();
    Listing<Server> found =
        Listing.over(state.hiddenRoll(bin.table().servers, call.project()))
            .when(query.name(), (server, part) -> server.spec().name().contains(part))
            .when(query.availabilityZone(), (server, zone) -> isIn(server, zone))
            .when(
                query.tags(),
                (server, tags) -> tags.stream().allMatch(tag -> tagged(server.spec(), tag)))
            .when(
                query.ipAddress(),
                (server, part) ->
                    cloud.networks().of(state, server.ref()).stream()
                        .anyMatch(nic -> nic.address().contains(part)));
    Filters.tags(found, query.tagsKey());
    return found;
  }

  private static boolean isIn(Resource<Server> server, String zone) {
    return server.spec().build().zone().equals(zone);
  }

  /** A tag is named by its value, or by key and value. */
  private static boolean tagged(Server server, String tag) {
    return tag.isEmpty() || server.labels().containsValue(tag) || Tags.match(server.labels(), tag);
  }

  @Override
  public ShowRecycleBinServerResponse showRecycleBinServer(Call call, String serverId) {
    Resource<Server> server =
        call.glance().show(bin.find(call.glance().state(), call.project(), serverId));
    return new ShowRecycleBinServerResponse(
        Detail.one(Sight.of(cloud, call.glance().state(), server)));
  }

  @Override
  public JobIdResponse deleteRecycleBinServer(Call call, String serverId) {
    return new JobIdResponse(call.transact(tx -> bin.destroy(tx, call.project(), serverId)).id());
  }

  @Override
  public JobIdResponse revertRecycleBinServer(Call call, String serverId) {
    return new JobIdResponse(call.transact(tx -> bin.revert(tx, call.project(), serverId)).id());
  }
}
