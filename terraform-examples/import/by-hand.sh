#!/bin/sh
# Makes a disk and a VPC as a colleague would in the console, and prints their ids as variables.
set -e
project=${HW_PROJECT_ID:?eval "\$(./ecsim env)" first}

vpc=$(curl -sf "$ECSIM_URL/vpc/v1/$project/vpcs" -H 'Content-Type: application/json' \
  -d '{"vpc": {"name": "by-hand", "cidr": "10.30.0.0/16"}}' | sed 's/.*"id":"\([^"]*\)".*/\1/')
disk=$(curl -sf "$ECSIM_URL/evs/v2.1/$project/cloudvolumes" -H 'Content-Type: application/json' \
  -d '{"volume": {"name": "by-hand", "availability_zone": "cn-north-4a", "volume_type": "SAS",
       "size": 20, "metadata": {"create_for_volume_id": "true"}}}' \
  | sed 's/.*"volume_ids":\["\([^"]*\)".*/\1/')
curl -sf "$ECSIM_URL/_ecsim/await?type=volume&id=$disk&status=available" > /dev/null

echo "-var vpc=$vpc -var disk=$disk"
