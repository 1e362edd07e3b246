/**
 * Answers laid over those of the double: WireMock, in-process, made when it is first needed. A stub
 * overrides one answer, delays it, or breaks the connection.
 */
package io.ecsim.http.overlay;
