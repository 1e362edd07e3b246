/**
 * Who is who. Any name is known: ids follow from names, so nothing has to be made first. Tokens say
 * themselves whom they stand for. Facts: {@code terraform-huaweicloud.md} 1.2 and 3.1, {@code
 * openstack-clients.md} 1.
 */
package io.ecsim.iam;
