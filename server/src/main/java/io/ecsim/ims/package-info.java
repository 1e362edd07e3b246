/**
 * Images. The public ones come with the inventory and never change; there are no private ones yet.
 * Facts: {@code terraform-huaweicloud.md} 3.4, {@code definitions/ims.json}.
 */
package io.ecsim.ims;
