package io.ecsim.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Inventory;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A client of a cloud that has disks, and servers that do nothing but have disks. */
final class Shop implements BeforeEachCallback, AfterEachCallback {
  static final String BASE = "/evs/v2/" + Ecsim.PROJECT + "/cloudvolumes";
  static final String CREATE = "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes";

  final Rack rack;
  final Ecsim ecsim;

  Shop() {
    this(Inventory.builtIn("cn-north-4"));
  }

  /** A cloud that offers this. */
  Shop(Inventory inventory) {
    rack = new Rack(new EvsDisks(inventory, Lab.IMAGES));
    ecsim = Ecsim.of(new EvsPack(inventory, Lab.IMAGES, rack), rack);
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
    return StreamSupport.stream(list.json().path("volumes").spliterator(), false)
        .map(disk -> disk.path(member))
        .map(JsonNode::asText)
        .toList();
  }
}
