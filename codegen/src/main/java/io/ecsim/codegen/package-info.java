/**
 * Turns one OpenAPI document into what {@code io.ecsim.api.<service>} consists of: records, sealed
 * interfaces, one interface per tag, the operation table, the routes and one schema document per
 * component. OpenAPI Generator parses, loops and writes; what is written follows from {@link
 * io.ecsim.codegen.Contract} alone.
 */
package io.ecsim.codegen;
