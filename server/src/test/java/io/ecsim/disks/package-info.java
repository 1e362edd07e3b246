/** Disks as users of the whole double meet them: by every door and beside real servers. */
package io.ecsim.disks;
