package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.CreateSubnetRequest;
import io.ecsim.api.vpc.ListSubnetsQuery;
import io.ecsim.api.vpc.ListSubnetsResponse;
import io.ecsim.api.vpc.SubnetIdStatus;
import io.ecsim.api.vpc.SubnetResponse;
import io.ecsim.api.vpc.SubnetsApi;
import io.ecsim.api.vpc.UpdateSubnetRequest;
import io.ecsim.api.vpc.UpdateSubnetResponse;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/** The operations on subnets. */
record Subnets(Inventory inventory) implements SubnetsApi {

  @Override
  public SubnetResponse createSubnet(Call call, CreateSubnetRequest body) {
    var draft = new SubnetDraft(inventory, body.subnet());
    Ref ref = Prompt.begin(call, tx -> plan(tx, call.project(), draft)).ref();
    return showSubnet(call, ref.id());
  }

  private Plan plan(Tx tx, String project, SubnetDraft draft) {
    Resource<Vpc> vpc = tx.state().require(Tables.VPCS, project, draft.wish().vpcId());
    if (vpc.status() != VpcStatus.OK) {
      throw new ApiError("VPC.0004", "The %s is %s.".formatted(vpc.ref(), vpc.status().label()));
    }
    Subnet subnet = draft.made(tx.state(), vpc);
    int there = tx.state().shelf(Tables.SUBNETS.type(), project).size();
    if (inventory.limits().exceeded(Limit.SUBNETS, there + 1L)) {
      throw Generation.V1.quota("VPC.0202", "subnet");
    }
    String id = tx.id(Tables.SUBNETS.type(), project, vpc.id() + '\n' + subnet.name());
    return Plan.create(
        Tables.CREATE_SUBNET, new Ref(Tables.SUBNETS.type(), project, id), subnet, false);
  }

  @Override
  public SubnetResponse showSubnet(Call call, String subnetId) {
    return new SubnetResponse(SubnetView.of(call.glance().state(), require(call, subnetId)));
  }

  @Override
  public ListSubnetsResponse listSubnets(Call call, ListSubnetsQuery query) {
    var all =
        call.glance()
            .all(Tables.SUBNETS, call.project())
            .filter(subnet -> Match.one(query.vpcId(), subnet.spec().vpc().id()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListSubnetsResponse(
        page.items().stream().map(subnet -> SubnetView.of(call.glance().state(), subnet)).toList());
  }

  @Override
  public UpdateSubnetResponse updateSubnet(
      Call call, String vpcId, String subnetId, UpdateSubnetRequest body) {
    Ref ref = within(call, vpcId, subnetId);
    Prompt.begin(
        call,
        tx -> {
          Subnet was = tx.state().require(Tables.SUBNETS, ref.project(), ref.id()).spec();
          return Plan.of(Tables.UPDATE_SUBNET, ref, SubnetDraft.changed(was, body.subnet()));
        });
    Resource<Subnet> subnet = require(call, subnetId);
    return new UpdateSubnetResponse(new SubnetIdStatus(subnet.id(), subnet.status().label()));
  }

  @Override
  public void deleteSubnet(Call call, String vpcId, String subnetId) {
    Ref ref = within(call, vpcId, subnetId);
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE_SUBNET, ref, null));
  }

  /** The subnet with this id, which must be of this VPC. */
  private static Ref within(Call call, String vpcId, String subnetId) {
    Resource<Subnet> subnet = require(call, subnetId);
    if (!subnet.spec().vpc().id().equals(vpcId)) {
      throw new ApiError(
          "VPC.0207", "The subnet %s does not belong to the VPC %s.".formatted(subnetId, vpcId));
    }
    return subnet.ref();
  }

  private static Resource<Subnet> require(Call call, String id) {
    return call.glance().require(Tables.SUBNETS, call.project(), id);
  }
}
