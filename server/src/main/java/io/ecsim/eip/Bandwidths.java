package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.eip.AddPublicipsIntoSharedBandwidthRequest;
import io.ecsim.api.eip.BandwidthResponse;
import io.ecsim.api.eip.BandwidthsApi;
import io.ecsim.api.eip.CreateSharedBandwidthOption;
import io.ecsim.api.eip.CreateSharedBandwidthRequest;
import io.ecsim.api.eip.ListBandwidthQuery;
import io.ecsim.api.eip.ListBandwidthResponse;
import io.ecsim.api.eip.ListBandwidthsQuery;
import io.ecsim.api.eip.ListBandwidthsResponse;
import io.ecsim.api.eip.PublicipInfoPublicipIdPublicipType;
import io.ecsim.api.eip.RemovePublicipsFromSharedBandwidthRequest;
import io.ecsim.api.eip.UpdateBandwidthOption;
import io.ecsim.api.eip.UpdateBandwidthRequest;
import io.ecsim.api.eip.UpdatePrePaidBandwidthOption;
import io.ecsim.api.eip.UpdatePrePaidBandwidthRequest;
import io.ecsim.api.eip.UpdatePrePaidBandwidthResponse;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** The operations on bandwidths. */
record Bandwidths(Limits limits, BandwidthView view, Sharing sharing) implements BandwidthsApi {

  @Override
  public BandwidthResponse createSharedBandwidth(Call call, CreateSharedBandwidthRequest body) {
    CreateSharedBandwidthOption wish = body.bandwidth();
    String mode = Objects.requireNonNullElse(wish.chargeMode(), "bandwidth");
    Problem.refuse(Sizes.problem(Share.WHOLE, wish.size(), mode));
    var made =
        new Bandwidth(
            wish.name(),
            wish.size(),
            Share.WHOLE,
            mode,
            Objects.requireNonNullElse(wish.enterpriseProjectId(), "0"),
            null,
            List.of());
    String type = Tables.BANDWIDTHS.type();
    Ref ref =
        call.transact(
            tx -> {
              checkQuota(tx, call.project());
              Ref next = new Ref(type, call.project(), tx.id(type, call.project(), made.name()));
              tx.begin(Plan.create(Tables.CREATE_BANDWIDTH, next, made, null));
              return next;
            });
    return showBandwidth(call, ref.id());
  }

  private void checkQuota(Tx tx, String project) {
    long then =
        1
            + tx.state()
                .all(Tables.BANDWIDTHS, project)
                .filter(one -> one.spec().share() == Share.WHOLE)
                .count();
    if (limits.exceeded(Limit.SHARED_BANDWIDTHS, then)) {
      throw new ApiError(
          "VPC.0310",
          "Quota exceeded for resources: ['shareBandwidth']; %d are more than %d."
              .formatted(then, limits.of(Limit.SHARED_BANDWIDTHS)));
    }
  }

  @Override
  public BandwidthResponse showBandwidth(Call call, String bandwidthId) {
    var found = call.glance().require(Tables.BANDWIDTHS, call.project(), bandwidthId);
    return new BandwidthResponse(view.v1(call.glance().state(), found));
  }

  @Override
  public BandwidthResponse showSharedBandwidth(Call call, String bandwidthId) {
    return showBandwidth(call, bandwidthId);
  }

  @Override
  public ListBandwidthsResponse listBandwidths(Call call, ListBandwidthsQuery query) {
    var all =
        call.glance()
            .all(Tables.BANDWIDTHS, call.project())
            .filter(one -> Match.one(query.shareType(), one.spec().share().name()))
            .filter(
                one ->
                    Match.enterprise(query.enterpriseProjectId(), one.spec().enterpriseProject()))
            .toList();
    var page = Page.of(call, all, query.marker(), null, query.limit());
    return new ListBandwidthsResponse(
        page.items().stream().map(one -> view.v1(call.glance().state(), one)).toList());
  }

  @Override
  public ListBandwidthResponse listBandwidth(Call call, ListBandwidthQuery query) {
    var all =
        call.glance()
            .all(Tables.BANDWIDTHS, call.project())
            .filter(one -> BandwidthFilter.accepts(query, one))
            .toList();
    var page = Page.of(call, all, query.marker(), null, BandwidthFilter.limit(query));
    return new ListBandwidthResponse(
        page.items().stream().map(one -> view.v3(call.glance().state(), one)).toList(),
        page.info(),
        call.requestId());
  }

  @Override
  public BandwidthResponse updateBandwidth(
      Call call, String bandwidthId, UpdateBandwidthRequest body) {
    UpdateBandwidthOption wish = body.bandwidth();
    update(call, bandwidthId, wish.name(), wish.size(), wish.chargeMode());
    return showBandwidth(call, bandwidthId);
  }

  /** Of what is charged afterwards it is an update without an order. */
  @Override
  public UpdatePrePaidBandwidthResponse updatePrePaidBandwidth(
      Call call, String bandwidthId, UpdatePrePaidBandwidthRequest body) {
    UpdatePrePaidBandwidthOption wish = body.bandwidth();
    update(call, bandwidthId, wish.name(), wish.size(), null);
    return new UpdatePrePaidBandwidthResponse(showBandwidth(call, bandwidthId).bandwidth(), null);
  }

  private static void update(Call call, String id, String name, Integer size, String mode) {
    Prompt.begin(
        call,
        tx -> {
          var found = tx.state().require(Tables.BANDWIDTHS, call.project(), id);
          Bandwidth was = found.spec();
          Bandwidth next =
              was.with(
                  name == null ? was.name() : name,
                  size == null ? was.size() : size,
                  mode == null ? was.chargeMode() : mode);
          Problem.refuse(Sizes.problem(next.share(), next.size(), next.chargeMode()));
          return Plan.of(Tables.UPDATE_BANDWIDTH, found.ref(), next);
        });
  }

  @Override
  public void deleteSharedBandwidth(Call call, String bandwidthId) {
    Ref ref = call.glance().require(Tables.BANDWIDTHS, call.project(), bandwidthId).ref();
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE_BANDWIDTH, ref, null));
  }

  @Override
  public BandwidthResponse addPublicipsIntoSharedBandwidth(
      Call call, String bandwidthId, AddPublicipsIntoSharedBandwidthRequest body) {
    List<String> ids = ids(body.bandwidth().publicipInfo());
    begin(call, bandwidthId, (tx, shared) -> sharing.join(tx.state(), shared, ids));
    return showBandwidth(call, bandwidthId);
  }

  @Override
  public void removePublicipsFromSharedBandwidth(
      Call call, String bandwidthId, RemovePublicipsFromSharedBandwidthRequest body) {
    List<String> ids = ids(body.bandwidth().publicipInfo());
    int size = body.bandwidth().size();
    String mode = body.bandwidth().chargeMode();
    Problem.refuse(Sizes.problem(Share.PER, size, mode));
    begin(call, bandwidthId, (tx, shared) -> sharing.leave(tx, shared, ids, size, mode));
  }

  private static List<String> ids(List<PublicipInfoPublicipIdPublicipType> infos) {
    return infos.stream().map(PublicipInfoPublicipIdPublicipType::publicipId).distinct().toList();
  }

  private static void begin(
      Call call, String id, BiFunction<Tx, Resource<Bandwidth>, List<Plan>> plans) {
    Prompt.begin(
        call,
        tx -> {
          var shared = tx.state().require(Tables.BANDWIDTHS, call.project(), id);
          return Plan.together("updateBandwidth", plans.apply(tx, shared));
        });
  }
}
