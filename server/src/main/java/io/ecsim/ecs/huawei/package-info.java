/**
 * The door of the service's own API: requests are read and checked, edges begun, answers rendered.
 */
package io.ecsim.ecs.huawei;
