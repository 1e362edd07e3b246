"""A whole life of a server as openstacksdk lives it. Arguments: the names of image, flavor, larger
flavor, network, and zone. Who it speaks to stands in OS_* variables."""

import sys

import openstack

image, flavor, larger, network, zone = sys.argv[1:]
cloud = openstack.connect()
compute = cloud.compute

image = cloud.image.find_image(image, ignore_missing=False).id
flavor = compute.find_flavor(flavor, ignore_missing=False).id
network = cloud.network.find_network(network, ignore_missing=False).id
port = cloud.network.create_port(network_id=network, name="sdk")
group = cloud.network.create_security_group(name="sdk")

def until(server, status):
    return compute.wait_for_server(server, status=status, interval=0.2, wait=60)


pair = compute.create_keypair(name="sdk")
assert pair.private_key, pair
server = compute.create_server(
    name="sdk",
    image_id=image,
    flavor_id=flavor,
    networks=[{"uuid": network}, {"port": port.id}],
    security_groups=[{"name": "sdk"}],
    key_name="sdk",
    availability_zone=zone,
    metadata={"made": "by python"},
)
server = until(server, "ACTIVE")
assert server.metadata["made"] == "by python", server.metadata
assert server.key_name == "sdk" and server.addresses, server
assert [one.id for one in cloud.network.ports(device_id=server.id, name="sdk")] == [port.id]
assert [one.id for one in compute.servers(name="^sdk$")] == [server.id]

compute.stop_server(server)
until(server, "SHUTOFF")
compute.start_server(server)
until(server, "ACTIVE")
compute.reboot_server(server, "HARD")
until(server, "ACTIVE")

compute.resize_server(server, larger)
until(server, "VERIFY_RESIZE")
compute.confirm_server_resize(server)
server = until(server, "ACTIVE")
assert server.flavor.original_name == larger, server.flavor

compute.rebuild_server(server, image=image, name="sdk")
until(server, "ACTIVE")

compute.set_server_metadata(server, stage="late")
assert compute.get_server_metadata(server).metadata["stage"] == "late"
compute.add_tag_to_server(server, "blue")
assert "blue" in compute.get_server(server).tags
compute.update_server(server, name="renamed")

disk = cloud.block_storage.create_volume(size=10, volume_type="SAS", availability_zone=zone)
disk = cloud.block_storage.wait_for_status(disk, "available", interval=0.2, wait=60)
compute.create_volume_attachment(server, volume_id=disk.id)
cloud.block_storage.wait_for_status(disk, "in-use", interval=0.2, wait=60)
assert disk.id in [one.volume_id for one in compute.volume_attachments(server)]
compute.delete_volume_attachment(server, disk)
cloud.block_storage.wait_for_status(disk, "available", interval=0.2, wait=60)

assert compute.create_console(server, console_type="novnc")["url"]
assert compute.get_limits().absolute.instances_used >= 1
compute.delete_server(server)
compute.wait_for_delete(server, interval=0.2, wait=60)
compute.delete_keypair(pair)
cloud.network.delete_port(cloud.network.find_port("sdk", ignore_missing=False))
cloud.network.delete_security_group(group)
assert not cloud.network.find_security_group("sdk")
print("lived")
