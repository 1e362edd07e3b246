package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;

/** Security groups of all cards of a server, natively: {@code ecs-schemas.md} 15. */
record NativeGroups(Networks networks, NativeWords words) {

  /** Puts the cards into a group; one that has it already keeps it. */
  void add(Call call, String id, String group) {
    words.change(
        call,
        "addSecurityGroup",
        tx -> {
          Ref server = server(tx, call, id);
          networks.join(tx, server, known(tx, call, group));
          return null;
        });
  }

  /** Takes the cards out of a group; 404 if none is in it. */
  void remove(Call call, String id, String group) {
    words.change(
        call,
        "removeSecurityGroup",
        tx -> {
          Ref server = server(tx, call, id);
          Networks.Group found = known(tx, call, group);
          boolean there =
              networks.of(tx.state(), server).stream()
                  .anyMatch(nic -> nic.groups().contains(found));
          if (!there) {
            throw NativeWords.notFound(
                "Security group %s not associated with the instance %s".formatted(found.id(), id));
          }
          networks.leave(tx, server, found);
          return null;
        });
  }

  private Ref server(Tx tx, Call call, String id) {
    return tx.state().require(words.table().servers, call.project(), id).ref();
  }

  private Networks.Group known(Tx tx, Call call, String group) {
    Networks.Group found = networks.group(tx.state(), call.project(), group);
    if (found == null) {
      throw NativeWords.notFound("Security group %s not found.".formatted(group));
    }
    return found;
  }
}
