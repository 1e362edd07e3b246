/**
 * Where an executable that a client has started asks to be stood in for: the client is told of a
 * door here, and the executable stays for as long as that door is open.
 */
package io.ecsim.http.relay;
