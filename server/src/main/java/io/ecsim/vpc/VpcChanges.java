package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.inventory.Cidr;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;

/** Makes and changes VPCs, each in one transaction with its checks. */
record VpcChanges(Limits limits) {

  /** Makes a VPC. */
  Ref make(Call call, Generation generation, Vpc vpc) {
    String project = call.project();
    return Prompt.begin(
            call,
            tx -> {
              int there = tx.state().shelf(Tables.VPCS.type(), project).size();
              if (limits.exceeded(Limit.VPCS, there + 1L)) {
                throw generation.quota("VPC.0114", "router");
              }
              String id = tx.id(Tables.VPCS.type(), project, vpc.name());
              Ref ref = new Ref(Tables.VPCS.type(), project, id);
              return Plan.create(Tables.CREATE_VPC, ref, vpc, false);
            })
        .ref();
  }

  /** Changes a VPC. */
  void update(Call call, Ref ref, BiFunction<State, Resource<Vpc>, Vpc> change) {
    Prompt.begin(
        call,
        tx -> {
          Resource<Vpc> vpc = tx.state().require(Tables.VPCS, ref.project(), ref.id());
          return Plan.of(Tables.UPDATE_VPC, ref, change.apply(tx.state(), vpc));
        });
  }

  /** Adds secondary blocks. */
  void extend(Call call, Ref ref, List<String> added) {
    update(
        call,
        ref,
        (state, vpc) -> {
          var blocks = new LinkedHashSet<>(vpc.spec().extendCidrs());
          for (String cidr : added) {
            Cidr block = Cidr.parse(Ranges.vpc(Generation.V3, cidr));
            if (block == null || vpc.spec().contains(block) || overlaps(vpc.spec(), block)) {
              throw new ApiError(
                  "VPC.9914", "extend_cidrs %s conflicts with the VPC's own.".formatted(cidr));
            }
            blocks.add(cidr);
          }
          return vpc.spec().withExtendCidrs(List.copyOf(blocks));
        });
  }

  private static boolean overlaps(Vpc vpc, Cidr block) {
    List<String> own = new ArrayList<>(vpc.extendCidrs());
    own.add(vpc.cidr());
    return own.stream().map(Cidr::parse).anyMatch(one -> one != null && one.overlaps(block));
  }

  /**
   * Takes secondary blocks away. One that is used is refused with 400 and the code of a group in
   * use, as clients of the vendor's have met it.
   */
  void shrink(Call call, Ref ref, List<String> removed) {
    update(
        call,
        ref,
        (state, vpc) -> {
          for (String cidr : removed) {
            if (!vpc.spec().extendCidrs().contains(cidr)) {
              throw new ApiError(
                  "VPC.9915", "extend_cidrs %s is no secondary block.".formatted(cidr));
            }
            if (Ranges.neighbour(state, ref, Cidr.parse(cidr)).isPresent()) {
              throw new ApiError(
                  400, "VPC.0602", "extend_cidrs %s is in use by subnets.".formatted(cidr));
            }
          }
          List<String> left = new ArrayList<>(vpc.spec().extendCidrs());
          left.removeAll(removed);
          return vpc.spec().withExtendCidrs(List.copyOf(left));
        });
  }
}
