package io.ecsim.disks;

import static io.ecsim.testing.Caller.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.sim.World;
import io.ecsim.testing.Caller;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever two projects do to their disks and to each other's: EVS, the native API, servers and
 * quotas tell one story.
 */
class TheViewsOfADiskAgreeTest {
  private static final List<String> EDGES =
      List.of("create", "attach", "detach", "extend", "delete", "rollback", "retype");

  @Property(tries = 12)
  void after_any_sequence_of_actions(@ForAll long seed) {
    try (Ecsim cloud = Ecsim.start(Options.embedded())) {
      Http http = new Http(cloud.url());
      List<Tenant> tenants = List.of(new Tenant(http, Tenant.ANNA), new Tenant(http, Tenant.BERT));
      World world = cloud.worlds().get("default");
      tenants.forEach(tenant -> Caller.ok(tenant.orderServer("s")));
      world.advanceToIdle();
      var random = new Random(seed);
      for (int i = 0; i < 50; i++) {
        act(tenants, world, random);
        tenants.forEach(TheViewsOfADiskAgreeTest::bothDoorsAgree);
      }
      world.advanceToIdle();
      tenants.forEach(TheViewsOfADiskAgreeTest::bothDoorsAgree);
      tenants.forEach(TheViewsOfADiskAgreeTest::serversAgree);
      tenants.forEach(TheViewsOfADiskAgreeTest::quotasAreWhatThereIs);
      assertThat(cloud.contractViolations()).isEmpty();
    }
  }

  private static void act(List<Tenant> tenants, World world, Random random) {
    int one = random.nextInt(2);
    Tenant tenant = tenants.get(one);
    Tenant other = tenants.get(1 - one);
    switch (random.nextInt(10)) {
      case 0, 1 ->
          tenant.orderDisk("'size':10,'volume_type':'SAS','multiattach':" + random.nextBoolean());
      case 2 -> world.advanceToNext();
      case 3 -> world.advance(Duration.ofSeconds(random.nextInt(12)));
      case 4 -> world.advanceToIdle();
      case 5 -> strike(tenant, random);
      default -> actOnADisk(tenant, other, random);
    }
  }

  private static void strike(Tenant tenant, Random random) {
    String edge = EDGES.get(random.nextInt(EDGES.size()));
    tenant.post(
        "/_ecsim/faults",
        "{'name':'f','on':{'edge':'volume.%s'},'when':{'nth':1},'do':{'fail':true}}",
        edge);
  }

  private static void actOnADisk(Tenant tenant, Tenant other, Random random) {
    String disk = pick(tenant.idsOfDisks(), random);
    String server = pick(List.copyOf(tenant.servers().keySet()), random);
    String snapshot = pick(List.copyOf(tenant.snapshots().keySet()), random);
    var actions = new ArrayList<Runnable>();
    actions.add(() -> tenant.attach(disk, server));
    actions.add(() -> tenant.detach(disk, server));
    actions.add(() -> tenant.extend(disk, 11 + random.nextInt(60)));
    actions.add(() -> tenant.deleteDisk(disk));
    actions.add(() -> tenant.snap(disk));
    actions.add(() -> tenant.deleteSnapshot(snapshot));
    actions.add(() -> tenant.rollBack(snapshot, disk));
    actions.add(() -> tenant.retype(disk, random.nextBoolean() ? "SSD" : "GPSSD"));
    actions.add(() -> tenant.act(disk, "{'os-reserve':{}}"));
    actions.add(() -> tenant.act(disk, "{'os-unreserve':{}}"));
    actions.add(() -> tenant.act(disk, "{'os-force_delete':{}}"));
    actions.add(() -> change(tenant.offer(disk), tenant, other, random));
    actions.get(random.nextInt(actions.size())).run();
  }

  /** An offer is taken, with the right key or a wrong one, withdrawn, or left. */
  private static void change(HttpAnswer offered, Tenant tenant, Tenant other, Random random) {
    if (offered.status() == 202) {
      String transfer = offered.at("/transfer/id");
      switch (random.nextInt(4)) {
        case 0, 1 -> other.accept(transfer, offered.at("/transfer/auth_key"));
        case 2 -> other.accept(transfer, "wrong");
        default -> tenant.withdraw(transfer);
      }
    }
  }

  /** An id, or one of nothing. */
  private static String pick(List<String> ids, Random random) {
    return ids.isEmpty()
        ? "00000000-0000-4000-8000-000000000000"
        : ids.get(random.nextInt(ids.size()));
  }

  private static void bothDoorsAgree(Tenant tenant) {
    Map<String, JsonNode> disks = tenant.disks();
    Map<String, JsonNode> natively = tenant.nativeDisks();
    assertThat(natively.keySet()).isEqualTo(disks.keySet());
    disks.forEach((id, disk) -> assertThat(story(natively.get(id))).isEqualTo(story(disk)));
    disks.forEach(
        (id, disk) ->
            assertThat(story(tenant.get("/evs/v2/{p}/cloudvolumes/" + id).json().path("volume")))
                .isEqualTo(story(disk)));
    assertThat(tenant.nativeSnapshots().keySet()).isEqualTo(tenant.snapshots().keySet());
  }

  private static List<String> story(JsonNode disk) {
    var told = new ArrayList<String>();
    for (String member : List.of("id", "status", "size", "name", "volume_type", "bootable")) {
      told.add(member + "=" + disk.path(member).asText());
    }
    told.add(disk.path("os-vol-tenant-attr:tenant_id").asText());
    each(disk.path("attachments"))
        .forEach(a -> told.add(a.path("server_id").asText() + " at " + a.path("device").asText()));
    return told;
  }

  private static void serversAgree(Tenant tenant) {
    Map<String, JsonNode> disks = tenant.disks();
    for (String server : tenant.servers().keySet()) {
      Set<String> attached = new TreeSet<>();
      disks.forEach(
          (id, disk) -> {
            if (each(disk.path("attachments")).stream()
                .anyMatch(a -> a.path("server_id").asText().equals(server))) {
              attached.add(id);
            }
          });
      JsonNode shown =
          Caller.ok(tenant.get("/ecs/v1/{p}/cloudservers/" + server + "/block_device")).json();
      List<String> shownIds =
          each(shown.path("volumeAttachments")).stream()
              .map(attachment -> attachment.path("volumeId").asText())
              .toList();
      assertThat(shownIds).containsExactlyInAnyOrderElementsOf(attached);
    }
  }

  private static void quotasAreWhatThereIs(Tenant tenant) {
    JsonNode quota = tenant.quota();
    Map<String, JsonNode> disks = tenant.disks();
    Map<String, JsonNode> snapshots = tenant.snapshots();
    assertThat(quota.at("/volumes/in_use").asInt()).isEqualTo(disks.size());
    assertThat(quota.at("/snapshots/in_use").asInt()).isEqualTo(snapshots.size());
    assertThat(quota.at("/gigabytes/in_use").asInt()).isEqualTo(sum(disks) + sum(snapshots));
    assertThat(quota.at("/gigabytes/reserved").asInt()).isZero();
    for (String type : List.of("SAS", "SSD", "GPSSD")) {
      assertThat(quota.at("/volumes_" + type + "/in_use").asLong())
          .isEqualTo(
              disks.values().stream()
                  .filter(disk -> disk.path("volume_type").asText().equals(type))
                  .count());
    }
  }

  private static int sum(Map<String, JsonNode> items) {
    return items.values().stream().mapToInt(item -> item.path("size").asInt()).sum();
  }
}
