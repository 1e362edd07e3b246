"""A whole life of a server as the vendor's own SDK lives it. Arguments: the address of the server
service and the project, then the ids of image, flavor, larger flavor, VPC, subnet, a free disk, and
the name of the zone."""

import sys
import time

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException
from huaweicloudsdkecs.v2 import *

endpoint, project, image, flavor, larger, vpc, subnet, disk, zone = sys.argv[1:]
ecs = (
    EcsClient.new_builder()
    .with_credentials(BasicCredentials("any", "secret", project))
    .with_endpoint(endpoint)
    .build()
)


def over(job):
    """Waits for a job, which must end well."""
    for _ in range(300):
        shown = ecs.show_job(ShowJobRequest(job_id=job))
        if shown.status in ("SUCCESS", "FAIL"):
            assert shown.status == "SUCCESS", (shown.error_code, shown.fail_reason)
            return shown
        time.sleep(0.2)
    raise AssertionError(job)


def status(server):
    return ecs.show_server(ShowServerRequest(server_id=server)).server.status


made = ecs.create_post_paid_servers(
    CreatePostPaidServersRequest(
        body=CreatePostPaidServersRequestBody(
            server=PostPaidServer(
                name="sdk",
                image_ref=image,
                flavor_ref=flavor,
                vpcid=vpc,
                availability_zone=zone,
                nics=[PostPaidServerNic(subnet_id=subnet)],
                root_volume=PostPaidServerRootVolume(volumetype="SSD"),
            )
        )
    )
)
over(made.job_id)
server = made.server_ids[0]
assert status(server) == "ACTIVE"

one = [ServerId(id=server)]
over(
    ecs.batch_stop_servers(
        BatchStopServersRequest(
            body=BatchStopServersRequestBody(os_stop=BatchStopServersOption(servers=one))
        )
    ).job_id
)
assert status(server) == "SHUTOFF"
over(
    ecs.resize_server(
        ResizeServerRequest(
            server_id=server,
            body=ResizeServerRequestBody(resize=ResizePrePaidServerOption(flavor_ref=larger)),
        )
    ).job_id
)
assert ecs.show_server(ShowServerRequest(server_id=server)).server.flavor.id == larger
over(
    ecs.batch_start_servers(
        BatchStartServersRequest(
            body=BatchStartServersRequestBody(os_start=BatchStartServersOption(servers=one))
        )
    ).job_id
)
over(
    ecs.reinstall_server_with_cloud_init(
        ReinstallServerWithCloudInitRequest(
            server_id=server,
            body=ReinstallServerWithCloudInitRequestBody(
                os_reinstall=ReinstallServerWithCloudInitOption(
                    adminpass="Another-1", mode="withStopServer"
                )
            ),
        )
    ).job_id
)
assert status(server) == "ACTIVE"

over(
    ecs.attach_server_volume(
        AttachServerVolumeRequest(
            server_id=server,
            body=AttachServerVolumeRequestBody(
                volume_attachment=AttachServerVolumeOption(volume_id=disk)
            ),
        )
    ).job_id
)
devices = ecs.list_server_block_devices(ListServerBlockDevicesRequest(server_id=server))
assert disk in [each.volume_id for each in devices.volume_attachments]
over(
    ecs.detach_server_volume(
        DetachServerVolumeRequest(server_id=server, volume_id=disk)
    ).job_id
)

written = ecs.update_server_metadata(
    UpdateServerMetadataRequest(
        server_id=server, body=UpdateServerMetadataRequestBody(metadata={"stage": "late"})
    )
)
assert written.metadata["stage"] == "late", written

over(
    ecs.delete_servers(
        DeleteServersRequest(body=DeleteServersRequestBody(servers=one, delete_volume=True))
    ).job_id
)
try:
    status(server)
    raise AssertionError("still there")
except ClientRequestException as gone:
    assert gone.status_code == 404, gone
print("lived")
