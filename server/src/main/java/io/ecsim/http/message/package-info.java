/** A request as it came and an answer as it goes, apart from any HTTP server. */
package io.ecsim.http.message;
