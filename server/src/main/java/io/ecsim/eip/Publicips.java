package io.ecsim.eip;

import io.ecsim.api.Call;
import io.ecsim.api.eip.AssociatePublicipsRequest;
import io.ecsim.api.eip.CreatePublicipRequest;
import io.ecsim.api.eip.CreatePublicipResponse;
import io.ecsim.api.eip.ListPublicipsQuery;
import io.ecsim.api.eip.ListPublicipsResponse;
import io.ecsim.api.eip.ListPublicipsV1Query;
import io.ecsim.api.eip.ListPublicipsV1Response;
import io.ecsim.api.eip.PublicipV1Response;
import io.ecsim.api.eip.PublicipV3Response;
import io.ecsim.api.eip.PublicipsApi;
import io.ecsim.api.eip.ShowPublicipQuery;
import io.ecsim.api.eip.UpdatePublicipOption;
import io.ecsim.api.eip.UpdatePublicipRequest;
import io.ecsim.api.eip.UpdatePublicipV1Option;
import io.ecsim.api.eip.UpdatePublicipV1Request;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/** The operations on EIPs. */
record Publicips(NewPublicips news, Networks networks, Association association)
    implements PublicipsApi {
  private static final int IPV6 = 6;

  @Override
  public CreatePublicipResponse createPublicip(Call call, CreatePublicipRequest body) {
    checkVersion(body.publicip().ipVersion());
    Wish wish = wish(body);
    Ref ref =
        call.transact(
            tx -> {
              Problem.refuse(news.problem(tx.state(), call.project(), wish, 1));
              return make(tx, call.project(), wish, body.publicip().portId());
            });
    return new CreatePublicipResponse(PublicipView.made(sight(call, ref.id())));
  }

  private static void checkVersion(Integer version) {
    if (version != null && version == IPV6) {
      throw Association.unmodelled("publicip.ip_version 6");
    }
  }

  private static Wish wish(CreatePublicipRequest body) {
    var bandwidth = body.bandwidth();
    var way =
        new Wish.Way(
            Share.valueOf(bandwidth.shareType()),
            bandwidth.id(),
            bandwidth.name(),
            bandwidth.size(),
            bandwidth.chargeMode());
    var publicip = body.publicip();
    return new Wish(
        publicip.type(), publicip.alias(), publicip.ipAddress(), way, body.enterpriseProjectId());
  }

  private Ref make(Tx tx, String project, Wish wish, String port) {
    String type = Tables.PUBLICIPS.type();
    String name = wish.alias() + "\n" + wish.way().name();
    Ref ref = new Ref(type, project, tx.id(type, project, name));
    Plan create = news.plan(tx.state(), ref, wish, null);
    if (port == null || port.isEmpty()) {
      tx.begin(create);
      return ref;
    }
    Binding binding = association.binding(tx.state(), ref, port);
    tx.begin(Plan.inOrder("createPublicip", List.of(create, Plan.of(Tables.BIND, ref, binding))));
    return ref;
  }

  @Override
  public PublicipV1Response showPublicipV1(Call call, String publicipId) {
    return new PublicipV1Response(PublicipView.v1(sight(call, publicipId)));
  }

  @Override
  public PublicipV3Response showPublicip(Call call, String publicipId, ShowPublicipQuery query) {
    return shown(call, publicipId);
  }

  private PublicipV3Response shown(Call call, String id) {
    return new PublicipV3Response(PublicipView.v3(sight(call, id)), call.requestId());
  }

  private Sight sight(Call call, String id) {
    Resource<Publicip> found = call.glance().require(Tables.PUBLICIPS, call.project(), id);
    return Sight.of(networks, call.glance().state(), found);
  }

  private Sight sight(Call call, Resource<Publicip> eip) {
    return Sight.of(networks, call.glance().state(), eip);
  }

  @Override
  public ListPublicipsV1Response listPublicipsV1(Call call, ListPublicipsV1Query query) {
    var all =
        call.glance()
            .all(Tables.PUBLICIPS, call.project())
            .filter(eip -> PublicipFilter.v1(query, sight(call, eip)))
            .toList();
    var page = Page.of(call, all, query.marker(), null, query.limit());
    return new ListPublicipsV1Response(
        page.items().stream().map(eip -> PublicipView.v1(sight(call, eip))).toList());
  }

  @Override
  public ListPublicipsResponse listPublicips(Call call, ListPublicipsQuery query) {
    var all =
        call.glance()
            .all(Tables.PUBLICIPS, call.project())
            .map(eip -> sight(call, eip))
            .filter(sight -> PublicipFilter.v3(query, sight))
            .sorted(PublicipFilter.order(query))
            .map(Sight::eip)
            .toList();
    var page = Page.of(call, all, query.marker(), query.offset(), query.limit());
    return new ListPublicipsResponse(
        page.info(),
        page.items().stream().map(eip -> PublicipView.v3(sight(call, eip))).toList(),
        call.requestId(),
        all.size());
  }

  /** An empty request unbinds, a rename does not: {@code provider-behaviour.md} 4.1. */
  @Override
  public PublicipV1Response updatePublicipV1(
      Call call, String publicipId, UpdatePublicipV1Request body) {
    UpdatePublicipV1Option wish = body.publicip();
    checkVersion(wish.ipVersion());
    boolean empty = wish.alias() == null && wish.ipVersion() == null;
    boolean rebinds = wish.portId().present() || empty;
    Association.begin(
        call,
        publicipId,
        (state, eip) -> {
          List<Plan> plans = new ArrayList<>(described(eip, wish.alias(), null));
          if (rebinds) {
            plans.addAll(association.plans(state, eip, wish.portId().value()));
          }
          return plans;
        });
    return showPublicipV1(call, publicipId);
  }

  @Override
  public PublicipV3Response updatePublicip(
      Call call, String publicipId, UpdatePublicipRequest body) {
    UpdatePublicipOption wish = body.publicip();
    Association.checkType(wish.associateInstanceType());
    Association.begin(
        call,
        publicipId,
        (state, eip) -> {
          var plans = new ArrayList<Plan>(described(eip, wish.alias(), wish.description()));
          if (wish.associateInstanceId() != null) {
            plans.addAll(association.plans(state, eip, wish.associateInstanceId()));
          }
          return plans;
        });
    return shown(call, publicipId);
  }

  private static List<Plan> described(Resource<Publicip> eip, String alias, String description) {
    Publicip was = eip.spec();
    return alias == null && description == null
        ? List.of()
        : List.of(
            Plan.of(
                Tables.UPDATE,
                eip.ref(),
                was.with(
                    alias == null ? was.alias() : alias,
                    description == null ? was.description() : description)));
  }

  @Override
  public PublicipV3Response associatePublicips(
      Call call, String publicipId, AssociatePublicipsRequest body) {
    Association.checkType(body.publicip().associateInstanceType());
    association.change(call, publicipId, body.publicip().associateInstanceId());
    return shown(call, publicipId);
  }

  @Override
  public PublicipV3Response disassociatePublicips(Call call, String publicipId) {
    association.change(call, publicipId, null);
    return shown(call, publicipId);
  }

  @Override
  public void deletePublicip(Call call, String publicipId) {
    Ref ref = call.glance().require(Tables.PUBLICIPS, call.project(), publicipId).ref();
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE, ref, null));
  }
}
