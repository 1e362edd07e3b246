package io.ecsim.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.bss.BssPack;
import io.ecsim.ims.ImsPack;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Images;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Status;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A client of a cloud that has disks, and servers that do nothing but have disks. */
final class Shop implements BeforeEachCallback, AfterEachCallback {
  static final String BASE = "/evs/v2/" + Ecsim.PROJECT + "/cloudvolumes";
  static final String SNAPSHOTS = "/evs/v2/" + Ecsim.PROJECT + "/cloudsnapshots";
  static final String BACKUPS = "/evs/v2/" + Ecsim.PROJECT + "/cloudbackups";
  static final String CREATE = "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes";

  final Rack rack;
  final Ecsim ecsim;
  private final EvsPack evs;

  Shop() {
    this(Inventory.builtIn("cn-north-4"));
  }

  /** A cloud that offers this. */
  Shop(Inventory inventory) {
    var ims = new ImsPack(inventory);
    Images images = Lab.images(ims);
    rack = new Rack(new EvsDisks(inventory, images));
    BssPack bss = new BssPack(inventory.region(), this::subscribed);
    evs = new EvsPack(inventory, images, ims, rack, bss);
    ecsim = Ecsim.of(evs, ims, rack, bss);
  }

  /** What a cloud of these limits offers. */
  static Inventory offering(UnaryOperator<Limits> limits) {
    Inventory all = Inventory.builtIn("cn-north-4");
    return new Inventory(
        all.region(),
        all.zones(),
        all.account(),
        all.volumeTypes(),
        all.flavors(),
        all.images(),
        all.network(),
        limits.apply(all.limits()));
  }

  private List<Subscribed> subscribed() {
    return List.of(evs.subscribed());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ecsim.beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ecsim.afterEach(context);
  }

  /** Asks for disks; {@code members} are those of {@code volume}, beside zone and type. */
  HttpAnswer create(String members, String... headers) {
    return ecsim.http().post(CREATE, request(members), headers);
  }

  static String request(String members) {
    return ("{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS',"
            + members
            + ",'metadata':{'create_for_volume_id':'true'}}}")
        .replace('\'', '"');
  }

  /** A disk that is available; its id. */
  String disk(String name) {
    String id = creating(name);
    ecsim.advanceToIdle();
    return id;
  }

  String creating(String name) {
    return create("'size':10,'name':'" + name + "'").at("/volume_ids/0");
  }

  HttpAnswer show(String id) {
    return ecsim.http().get(BASE + "/" + id);
  }

  String status(String id) {
    return show(id).at("/volume/status");
  }

  HttpAnswer job(String id) {
    return ecsim.http().get("/evs/v1/" + Ecsim.PROJECT + "/jobs/" + id);
  }

  /** Asks for a snapshot; {@code members} come after the disk's id. */
  HttpAnswer snap(String disk, String members) {
    String body = "{'snapshot':{'volume_id':'" + disk + "'" + members + "}}";
    return ecsim.http().post(SNAPSHOTS, body.replace('\'', '"'));
  }

  /** A snapshot that is available; its id. */
  String snapshot(String disk, String name) {
    String id = snap(disk, ",'name':'" + name + "'").at("/snapshot/id");
    ecsim.advanceToIdle();
    return id;
  }

  HttpAnswer showSnapshot(String id) {
    return ecsim.http().get(SNAPSHOTS + "/" + id);
  }

  String snapshotStatus(String id) {
    return showSnapshot(id).at("/snapshot/status");
  }

  HttpAnswer listSnapshots(String query) {
    return ecsim.http().get(SNAPSHOTS + "/detail?" + query);
  }

  HttpAnswer deleteSnapshot(String id) {
    return ecsim.http().delete(SNAPSHOTS + "/" + id);
  }

  HttpAnswer rollBack(String snapshot, String disk) {
    return ecsim
        .http()
        .post(
            SNAPSHOTS + "/" + snapshot + "/rollback",
            "{\"rollback\":{\"volume_id\":\"" + disk + "\"}}");
  }

  /** Lays a rule that strikes this edge always. */
  void lay(String edge, Effect effect) {
    ecsim
        .world()
        .transact(tx -> tx.lay(edge, new Target.OnEdge(edge), Where.ANYWHERE, When.ALWAYS, effect));
  }

  /** Forces a status. */
  void force(String type, String id, Status status) {
    ecsim
        .world()
        .transact(
            tx -> {
              tx.force(new Ref(type, Ecsim.PROJECT, id), status);
              return null;
            });
  }

  /** Asks for a backup as the Volume Backup Service has it; {@code members} come after the disk. */
  HttpAnswer backUp(String disk, String members) {
    String body = "{'backup':{'volume_id':'" + disk + "'" + members + "}}";
    return ecsim.http().post(BACKUPS, body.replace('\'', '"'));
  }

  /** A backup that is available; its id. */
  String backup(String disk, String name) {
    String job = backUp(disk, ",'name':'" + name + "'").at("/job_id");
    ecsim.advanceToIdle();
    return job(job).at("/entities/backup_id");
  }

  HttpAnswer restore(String backup, String disk) {
    return ecsim
        .http()
        .post(
            BACKUPS + "/" + backup + "/restore", "{\"restore\":{\"volume_id\":\"" + disk + "\"}}");
  }

  HttpAnswer showBackup(String id) {
    return ecsim.http().get("/evs/v3/" + Ecsim.PROJECT + "/backups/" + id);
  }

  String backupStatus(String id) {
    return showBackup(id).at("/backup/status");
  }

  HttpAnswer list(String query) {
    return ecsim.http().get(BASE + "/detail?" + query);
  }

  HttpAnswer extend(String id, String size) {
    return ecsim
        .http()
        .post(CREATE + "/" + id + "/action", "{\"os-extend\":{\"new_size\":" + size + "}}");
  }

  HttpAnswer delete(String id) {
    return ecsim.http().delete(BASE + "/" + id);
  }

  HttpAnswer put(String id, String json) {
    return ecsim.http().put(BASE + "/" + id, json.replace('\'', '"'));
  }

  /** The text of a member of each disk of a list. */
  static List<String> each(HttpAnswer list, String member) {
    return each(list, "volumes", member);
  }

  /** The text of a member of each item of a list. */
  static List<String> each(HttpAnswer list, String items, String member) {
    return StreamSupport.stream(list.json().path(items).spliterator(), false)
        .map(item -> item.path(member))
        .map(JsonNode::asText)
        .toList();
  }
}
