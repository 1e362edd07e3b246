/** Which operation of the contract a request is meant for. */
package io.ecsim.http.route;
