package io.ecsim.disks;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.evs.v2.EvsClient;
import com.huaweicloud.sdk.evs.v2.model.ShowSnapshotRequest;
import com.huaweicloud.sdk.evs.v2.model.ShowVolumeRequest;
import java.util.function.Supplier;

/** Anna's program, which looks at her disks through Huawei's own SDK. */
record SdkReader(EvsClient evs) {

  static SdkReader at(String url) {
    var credential = new BasicCredentials().withAk("ak").withSk("sk").withProjectId(Tenant.ANNA);
    return new SdkReader(
        EvsClient.newBuilder().withCredential(credential).withEndpoint(url + "/evs").build());
  }

  /** The status of a disk, or {@code 404}. */
  String disk(String id) {
    return status(
        () -> evs.showVolume(new ShowVolumeRequest().withVolumeId(id)).getVolume().getStatus());
  }

  /** The status of a snapshot, or {@code 404}. */
  String snapshot(String id) {
    return status(
        () ->
            evs.showSnapshot(new ShowSnapshotRequest().withSnapshotId(id))
                .getSnapshot()
                .getStatus());
  }

  private static String status(Supplier<String> look) {
    try {
      return look.get();
    } catch (ClientRequestException e) {
      return String.valueOf(e.getHttpStatusCode());
    }
  }
}
