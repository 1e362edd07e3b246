/**
 * The control API, {@code /_ecsim}: how tests and people see and steer a world. It knows the kernel
 * and a registry of types that each service fills; it knows no service and no HTTP server.
 */
package io.ecsim.control;
