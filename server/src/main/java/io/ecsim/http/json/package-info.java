/** JSON as it is read from requests and written to answers. */
package io.ecsim.http.json;
