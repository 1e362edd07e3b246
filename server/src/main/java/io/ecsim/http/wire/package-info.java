/** Sockets, and what Jetty does with them. Nothing here knows an operation. */
package io.ecsim.http.wire;
