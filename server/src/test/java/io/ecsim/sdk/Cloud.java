package io.ecsim.sdk;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.ecs.v2.EcsClient;
import com.huaweicloud.sdk.ecs.v2.model.AttachServerVolumeOption;
import com.huaweicloud.sdk.ecs.v2.model.AttachServerVolumeRequest;
import com.huaweicloud.sdk.ecs.v2.model.AttachServerVolumeRequestBody;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersRequest;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersRequestBody;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersResponse;
import com.huaweicloud.sdk.ecs.v2.model.DeleteServersRequest;
import com.huaweicloud.sdk.ecs.v2.model.DeleteServersRequestBody;
import com.huaweicloud.sdk.ecs.v2.model.DetachServerVolumeRequest;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServer;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServerNic;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServerRootVolume;
import com.huaweicloud.sdk.ecs.v2.model.ServerDetail;
import com.huaweicloud.sdk.ecs.v2.model.ServerId;
import com.huaweicloud.sdk.ecs.v2.model.ShowServerRequest;
import com.huaweicloud.sdk.evs.v2.EvsClient;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeOption;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeRequest;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeRequestBody;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeResponse;
import com.huaweicloud.sdk.evs.v2.model.DeleteVolumeRequest;
import com.huaweicloud.sdk.evs.v2.model.OsExtend;
import com.huaweicloud.sdk.evs.v2.model.ResizeVolumeRequest;
import com.huaweicloud.sdk.evs.v2.model.ResizeVolumeRequestBody;
import com.huaweicloud.sdk.evs.v2.model.ShowJobResponse;
import com.huaweicloud.sdk.evs.v2.model.ShowVolumeRequest;
import com.huaweicloud.sdk.evs.v2.model.VolumeDetail;
import java.util.List;
import java.util.Map;

/** Huawei's own clients, made as a program would make them, and what the tests ask of them. */
record Cloud(EcsClient ecs, EvsClient evs) {
  static final String PROJECT = "0123456789abcdef0123456789abcdef";

  static Cloud at(String url) {
    ICredential credential =
        new BasicCredentials().withAk("ak").withSk("sk").withProjectId(PROJECT);
    return new Cloud(
        EcsClient.newBuilder().withCredential(credential).withEndpoint(url + "/ecs").build(),
        EvsClient.newBuilder().withCredential(credential).withEndpoint(url + "/evs").build());
  }

  CreateVolumeResponse createDisk(String name, int size) {
    var option =
        new CreateVolumeOption()
            .withName(name)
            .withAvailabilityZone("cn-north-4a")
            .withVolumeType(CreateVolumeOption.VolumeTypeEnum.SAS)
            .withSize(size)
            .withMetadata(Map.of("create_for_volume_id", "true"));
    return evs.createVolume(
        new CreateVolumeRequest().withBody(new CreateVolumeRequestBody().withVolume(option)));
  }

  VolumeDetail disk(String id) {
    return evs.showVolume(new ShowVolumeRequest().withVolumeId(id)).getVolume();
  }

  String extendDisk(String id, int size) {
    var body = new ResizeVolumeRequestBody().withOsExtend(new OsExtend().withNewSize(size));
    return evs.resizeVolume(new ResizeVolumeRequest().withVolumeId(id).withBody(body)).getJobId();
  }

  String deleteDisk(String id) {
    return evs.deleteVolume(new DeleteVolumeRequest().withVolumeId(id)).getJobId();
  }

  ShowJobResponse diskJob(String id) {
    return evs.showJob(new com.huaweicloud.sdk.evs.v2.model.ShowJobRequest().withJobId(id));
  }

  CreatePostPaidServersResponse createServer(String name, String image, String vpc, String subnet) {
    var disk =
        new PostPaidServerRootVolume()
            .withVolumetype(PostPaidServerRootVolume.VolumetypeEnum.SSD)
            .withSize(40);
    var server =
        new PostPaidServer()
            .withName(name)
            .withAvailabilityZone("cn-north-4a")
            .withFlavorRef("c6.large.2")
            .withImageRef(image)
            .withVpcid(vpc)
            .withNics(List.of(new PostPaidServerNic().withSubnetId(subnet)))
            .withRootVolume(disk);
    return ecs.createPostPaidServers(
        new CreatePostPaidServersRequest()
            .withBody(new CreatePostPaidServersRequestBody().withServer(server)));
  }

  ServerDetail server(String id) {
    return ecs.showServer(new ShowServerRequest().withServerId(id)).getServer();
  }

  String attach(String server, String disk) {
    var option = new AttachServerVolumeOption().withVolumeId(disk);
    var body = new AttachServerVolumeRequestBody().withVolumeAttachment(option);
    return ecs.attachServerVolume(
            new AttachServerVolumeRequest().withServerId(server).withBody(body))
        .getJobId();
  }

  String detach(String server, String disk) {
    return ecs.detachServerVolume(
            new DetachServerVolumeRequest().withServerId(server).withVolumeId(disk))
        .getJobId();
  }

  String deleteServer(String id) {
    var body = new DeleteServersRequestBody().withServers(List.of(new ServerId().withId(id)));
    return ecs.deleteServers(new DeleteServersRequest().withBody(body)).getJobId();
  }

  com.huaweicloud.sdk.ecs.v2.model.ShowJobResponse serverJob(String id) {
    return ecs.showJob(new com.huaweicloud.sdk.ecs.v2.model.ShowJobRequest().withJobId(id));
  }
}
