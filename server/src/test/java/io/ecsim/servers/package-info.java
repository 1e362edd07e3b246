/**
 * What may happen to servers and how it shows: through both doors, the job, control, Huawei's SDK.
 */
package io.ecsim.servers;
