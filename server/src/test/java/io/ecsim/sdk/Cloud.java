package io.ecsim.sdk;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.auth.ICredential;
import com.huaweicloud.sdk.ecs.v2.EcsClient;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersRequest;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersRequestBody;
import com.huaweicloud.sdk.ecs.v2.model.CreatePostPaidServersResponse;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServer;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServerNic;
import com.huaweicloud.sdk.ecs.v2.model.PostPaidServerRootVolume;
import com.huaweicloud.sdk.ecs.v2.model.ServerDetail;
import com.huaweicloud.sdk.ecs.v2.model.ShowServerRequest;
import com.huaweicloud.sdk.evs.v2.EvsClient;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeOption;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeRequest;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeRequestBody;
import com.huaweicloud.sdk.evs.v2.model.CreateVolumeResponse;
import com.huaweicloud.sdk.evs.v2.model.ShowVolumeRequest;
import io.ecsim.testing.Ecsim;
import java.util.List;
import java.util.Map;

/**
 * Huawei's own clients, as a program would make them, and what a test asks of them again and again.
 */
record Cloud(EcsClient ecs, EvsClient evs) {
  private static final String PROJECT = "0123456789abcdef0123456789abcdef";

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

  String diskStatus(String id) {
    return evs.showVolume(new ShowVolumeRequest().withVolumeId(id)).getVolume().getStatus();
  }

  String diskJob(String id) {
    var request = new com.huaweicloud.sdk.evs.v2.model.ShowJobRequest().withJobId(id);
    return evs.showJob(request).getStatus().getValue();
  }

  CreatePostPaidServersResponse createServer(Ecsim ecsim, String name) {
    var network = DefaultNetwork.of(ecsim, PROJECT);
    var server =
        new PostPaidServer()
            .withName(name)
            .withAvailabilityZone("cn-north-4a")
            .withFlavorRef("c6.large.2")
            .withImageRef(network.image())
            .withVpcid(network.vpc())
            .withNics(List.of(new PostPaidServerNic().withSubnetId(network.subnet())))
            .withRootVolume(
                new PostPaidServerRootVolume()
                    .withVolumetype(PostPaidServerRootVolume.VolumetypeEnum.SSD)
                    .withSize(40));
    return ecs.createPostPaidServers(
        new CreatePostPaidServersRequest()
            .withBody(new CreatePostPaidServersRequestBody().withServer(server)));
  }

  ServerDetail server(String id) {
    return ecs.showServer(new ShowServerRequest().withServerId(id)).getServer();
  }

  String serverJob(String id) {
    var request = new com.huaweicloud.sdk.ecs.v2.model.ShowJobRequest().withJobId(id);
    return ecs.showJob(request).getStatus().getValue();
  }
}
