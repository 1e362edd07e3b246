/**
 * Images. The public ones come with the inventory and never change; projects make private ones from
 * their disks. Facts: {@code terraform-huaweicloud.md} 3.4, {@code definitions/ims.json}.
 */
package io.ecsim.ims;
