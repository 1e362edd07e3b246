package io.ecsim.disks;

import static io.ecsim.testing.Caller.byId;
import static io.ecsim.testing.Caller.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Caller;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.Map;

/** Somebody with a project of their own, who does everything by HTTP. */
record Tenant(Http http, String project) implements Caller {
  static final String ANNA = "0123456789abcdef0123456789abcdef";
  static final String BERT = "fedcba9876543210fedcba9876543210";

  HttpAnswer orderDisk() {
    return orderDisk("'size':10,'volume_type':'SAS'");
  }

  /** Orders a disk; {@code members} are its size, its type and whatever else. */
  HttpAnswer orderDisk(String members) {
    return post(
        "/evs/v2.1/{p}/cloudvolumes",
        """
        {'volume':{'availability_zone':'cn-north-4a',%s,
          'metadata':{'create_for_volume_id':'true'}}}
        """,
        members.replace('\'', '"'));
  }

  /** Orders a disk; its id. */
  String disk(String members) {
    return ok(orderDisk(members)).at("/volume_ids/0");
  }

  String disk() {
    return ok(orderDisk()).at("/volume_ids/0");
  }

  HttpAnswer orderServer(String name) {
    String vpc = ok(get("/vpc/v1/{p}/vpcs?limit=1")).at("/vpcs/0/id");
    String subnet = ok(get("/vpc/v1/{p}/subnets?limit=1")).at("/subnets/0/id");
    String image =
        ok(get("/ims/v2/cloudimages?name=Ubuntu%2022.04%20server%2064bit")).at("/images/0/id");
    return post(
        "/ecs/v1/{p}/cloudservers",
        """
        {'server':{'name':'%s','availability_zone':'cn-north-4a','flavorRef':'c6.large.2',
          'imageRef':'%s','vpcid':'%s','nics':[{'subnet_id':'%s'}],
          'root_volume':{'volumetype':'SAS','size':40}}}
        """,
        name,
        image,
        vpc,
        subnet);
  }

  HttpAnswer attach(String disk, String server) {
    return post(
        "/ecs/v1/{p}/cloudservers/" + server + "/attachvolume",
        "{'volumeAttachment':{'volumeId':'%s'}}",
        disk);
  }

  HttpAnswer detach(String disk, String server) {
    return delete("/ecs/v1/{p}/cloudservers/" + server + "/detachvolume/" + disk);
  }

  HttpAnswer extend(String disk, int size) {
    return post(
        "/evs/v2.1/{p}/cloudvolumes/" + disk + "/action", "{'os-extend':{'new_size':%s}}", size);
  }

  HttpAnswer deleteDisk(String disk) {
    return delete("/evs/v2/{p}/cloudvolumes/" + disk);
  }

  HttpAnswer snap(String disk) {
    return post(
        "/evs/v2/{p}/cloudsnapshots",
        "{'snapshot':{'volume_id':'%s','name':'s','force':true}}",
        disk);
  }

  HttpAnswer deleteSnapshot(String snapshot) {
    return delete("/evs/v2/{p}/cloudsnapshots/" + snapshot);
  }

  HttpAnswer rollBack(String snapshot, String disk) {
    return post(
        "/evs/v2/{p}/cloudsnapshots/" + snapshot + "/rollback",
        "{'rollback':{'volume_id':'%s'}}",
        disk);
  }

  HttpAnswer retype(String disk, String type) {
    return post("/evs/v2/{p}/volumes/" + disk + "/retype", "{'os-retype':{'new_type':'%s'}}", type);
  }

  HttpAnswer offer(String disk) {
    return post(
        "/evs/v2/{p}/os-volume-transfer", "{'transfer':{'volume_id':'%s','name':'t'}}", disk);
  }

  HttpAnswer accept(String transfer, String key) {
    return post(
        "/evs/v2/{p}/os-volume-transfer/" + transfer + "/accept",
        "{'accept':{'auth_key':'%s'}}",
        key);
  }

  HttpAnswer backUp(String disk) {
    return post("/evs/v2/{p}/cloudbackups", "{'backup':{'volume_id':'%s','name':'b'}}", disk);
  }

  HttpAnswer backUp(String disk, String snapshot) {
    return post(
        "/evs/v2/{p}/cloudbackups",
        "{'backup':{'volume_id':'%s','snapshot_id':'%s','name':'b'}}",
        disk,
        snapshot);
  }

  HttpAnswer restore(String backup, String disk) {
    return post(
        "/evs/v2/{p}/cloudbackups/" + backup + "/restore", "{'restore':{'volume_id':'%s'}}", disk);
  }

  HttpAnswer upload(String disk) {
    return act(disk, "{'os-volume_upload_image':{'image_name':'i'}}");
  }

  HttpAnswer recover(String disk) {
    return post("/evs/v3/{p}/recycle-bin-volumes/" + disk + "/revert", "");
  }

  HttpAnswer destroy(String disk) {
    return delete("/evs/v3/{p}/recycle-bin-volumes/" + disk);
  }

  HttpAnswer snapTogether(String disk) {
    return post(
        "/evs/v5/{p}/snapshot-groups", "{'snapshot_group':{'name':'g','volume_ids':['%s']}}", disk);
  }

  String statusOf(String disk) {
    return ok(get("/evs/v2/{p}/cloudvolumes/" + disk)).at("/volume/status");
  }

  HttpAnswer withdraw(String transfer) {
    return delete("/evs/v2/{p}/os-volume-transfer/" + transfer);
  }

  /** A native action on a disk. */
  HttpAnswer act(String disk, String json, Object... values) {
    return post("/evs/v3/{p}/volumes/" + disk + "/action", json, values);
  }

  /** The disks as EVS shows them, by id. */
  Map<String, JsonNode> disks() {
    return byId(get("/evs/v2/{p}/cloudvolumes/detail"), "volumes");
  }

  /** The same disks as native clients see them, by id. */
  Map<String, JsonNode> nativeDisks() {
    return byId(get("/evs/v3/{p}/volumes/detail"), "volumes");
  }

  Map<String, JsonNode> snapshots() {
    return byId(get("/evs/v2/{p}/cloudsnapshots/detail"), "snapshots");
  }

  Map<String, JsonNode> nativeSnapshots() {
    return byId(get("/evs/v3/{p}/snapshots/detail"), "snapshots");
  }

  Map<String, JsonNode> backups() {
    return byId(get("/evs/v3/{p}/backups/detail"), "backups");
  }

  Map<String, JsonNode> servers() {
    return byId(get("/ecs/v1/{p}/cloudservers/detail"), "servers");
  }

  List<String> idsOfDisks() {
    return List.copyOf(disks().keySet());
  }

  JsonNode quota() {
    return ok(get("/evs/v2/{p}/os-quota-sets/" + project + "?usage=True")).json().path("quota_set");
  }
}
