package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.AddVpcExtendCidrRequest;
import io.ecsim.api.vpc.CreateVpcOption;
import io.ecsim.api.vpc.CreateVpcRequest;
import io.ecsim.api.vpc.CreateVpcV3Request;
import io.ecsim.api.vpc.ListVpcsQuery;
import io.ecsim.api.vpc.ListVpcsResponse;
import io.ecsim.api.vpc.ListVpcsV1Query;
import io.ecsim.api.vpc.ListVpcsV1Response;
import io.ecsim.api.vpc.RemoveVpcExtendCidrRequest;
import io.ecsim.api.vpc.UpdateVpcV1Request;
import io.ecsim.api.vpc.UpdateVpcV3Request;
import io.ecsim.api.vpc.VpcResponse;
import io.ecsim.api.vpc.VpcResponseV1;
import io.ecsim.api.vpc.VpcRoute;
import io.ecsim.api.vpc.VpcV1;
import io.ecsim.api.vpc.VpcV3;
import io.ecsim.api.vpc.VpcsApi;
import io.ecsim.inventory.Cidr;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The operations on VPCs. */
record Vpcs(Inventory inventory, VpcChanges changes) implements VpcsApi {
  private static final String INVALID = "VPC.0101";

  @Override
  public VpcResponseV1 createVpc(Call call, CreateVpcRequest body) {
    CreateVpcOption wish = body.vpc();
    var vpc =
        new Vpc(
            Names.name(Generation.V1, INVALID, wish.name()),
            Ranges.vpc(Generation.V1, wish.cidr()),
            Names.description(Generation.V1, INVALID, wish.description()),
            Objects.requireNonNullElse(wish.enterpriseProjectId(), "0"),
            List.of(),
            Map.of(),
            Names.starred(wish.tags()));
    Ref ref = changes.make(call, Generation.V1, vpc);
    return new VpcResponseV1(VpcView.v1(require(call, Generation.V1, ref.id())));
  }

  @Override
  public VpcResponse createVpcV3(Call call, CreateVpcV3Request body) {
    DryRun.refuse(body.dryRun());
    VpcV3 wish = body.vpc();
    var vpc =
        new Vpc(
            Names.name(Generation.V3, INVALID, wish.name()),
            Ranges.vpc(Generation.V3, wish.cidr()),
            Names.description(Generation.V3, INVALID, wish.description()),
            Objects.requireNonNullElse(wish.enterpriseProjectId(), "0"),
            List.of(),
            Map.of(),
            TagSets.plus(inventory.limits(), Map.of(), wish.tags()));
    return shown(call, changes.make(call, Generation.V3, vpc).id());
  }

  @Override
  public VpcResponseV1 showVpcV1(Call call, String vpcId) {
    return new VpcResponseV1(VpcView.v1(require(call, Generation.V1, vpcId)));
  }

  @Override
  public VpcResponse showVpcV3(Call call, String vpcId) {
    return shown(call, vpcId);
  }

  private static VpcResponse shown(Call call, String id) {
    Resource<Vpc> vpc = require(call, Generation.V3, id);
    return new VpcResponse(call.requestId(), VpcView.v3(call.glance().state(), vpc));
  }

  @Override
  public ListVpcsV1Response listVpcsV1(Call call, ListVpcsV1Query query) {
    var all =
        call.glance()
            .all(Tables.VPCS, call.project())
            .filter(vpc -> Match.one(query.id(), vpc.id()))
            .filter(
                vpc ->
                    Match.enterprise(query.enterpriseProjectId(), vpc.spec().enterpriseProject()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListVpcsV1Response(page.items().stream().map(VpcView::v1).toList());
  }

  @Override
  public ListVpcsResponse listVpcs(Call call, ListVpcsQuery query) {
    var all =
        call.glance()
            .all(Tables.VPCS, call.project())
            .filter(vpc -> Match.any(query.id(), vpc.id()))
            .filter(vpc -> Match.any(query.name(), vpc.spec().name()))
            .filter(vpc -> Match.any(query.description(), vpc.spec().description()))
            .filter(vpc -> Match.any(query.cidr(), vpc.spec().cidr()))
            .filter(
                vpc ->
                    Match.enterprise(query.enterpriseProjectId(), vpc.spec().enterpriseProject()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListVpcsResponse(
        page.info(),
        call.requestId(),
        page.items().stream().map(vpc -> VpcView.v3(call.glance().state(), vpc)).toList());
  }

  @Override
  public VpcResponseV1 updateVpcV1(Call call, String vpcId, UpdateVpcV1Request body) {
    VpcV1 wish = body.vpc();
    changes.update(
        call,
        require(call, Generation.V1, vpcId).ref(),
        (state, vpc) -> {
          Vpc was = vpc.spec();
          var changed =
              new Vpc(
                  wish.name() == null
                      ? was.name()
                      : Names.name(Generation.V1, INVALID, wish.name()),
                  wish.cidr() == null ? was.cidr() : Ranges.vpc(Generation.V1, wish.cidr()),
                  wish.description() == null
                      ? was.description()
                      : Names.description(Generation.V1, INVALID, wish.description()),
                  was.enterpriseProject(),
                  was.extendCidrs(),
                  wish.routes() == null ? was.routes() : routes(wish.routes()),
                  was.tags());
          Ranges.holds(state, vpc, changed);
          return changed;
        });
    return showVpcV1(call, vpcId);
  }

  private static Map<String, String> routes(List<VpcRoute> routes) {
    var map = new LinkedHashMap<String, String>();
    for (VpcRoute route : routes) {
      if (Cidr.parse(route.destination()) == null || Cidr.address(route.nexthop()) < 0) {
        throw new ApiError(
            INVALID,
            "routes: destination %s or nexthop %s is not valid."
                .formatted(route.destination(), route.nexthop()));
      }
      map.put(route.destination(), route.nexthop());
    }
    return map;
  }

  @Override
  public VpcResponse updateVpcV3(Call call, String vpcId, UpdateVpcV3Request body) {
    DryRun.refuse(body.dryRun());
    changes.update(
        call,
        require(call, Generation.V3, vpcId).ref(),
        (state, vpc) -> {
          Vpc was = vpc.spec();
          String name = body.vpc().name();
          String text = body.vpc().description();
          return new Vpc(
              name == null ? was.name() : Names.name(Generation.V3, INVALID, name),
              was.cidr(),
              text == null ? was.description() : Names.description(Generation.V3, INVALID, text),
              was.enterpriseProject(),
              was.extendCidrs(),
              was.routes(),
              was.tags());
        });
    return shown(call, vpcId);
  }

  @Override
  public VpcResponse addVpcExtendCidr(Call call, String vpcId, AddVpcExtendCidrRequest body) {
    DryRun.refuse(body.dryRun());
    changes.extend(call, require(call, Generation.V3, vpcId).ref(), body.vpc().extendCidrs());
    return shown(call, vpcId);
  }

  @Override
  public VpcResponse removeVpcExtendCidr(Call call, String vpcId, RemoveVpcExtendCidrRequest body) {
    DryRun.refuse(body.dryRun());
    changes.shrink(call, require(call, Generation.V3, vpcId).ref(), body.vpc().extendCidrs());
    return shown(call, vpcId);
  }

  @Override
  public void deleteVpc(Call call, String vpcId) {
    delete(call, Generation.V1, vpcId);
  }

  @Override
  public void deleteVpcV3(Call call, String vpcId) {
    delete(call, Generation.V3, vpcId);
  }

  private static void delete(Call call, Generation generation, String id) {
    Ref ref = require(call, generation, id).ref();
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE_VPC, ref, null));
  }

  private static Resource<Vpc> require(Call call, Generation generation, String id) {
    return generation.require(call, Tables.VPCS, id);
  }
}
