/** Who calls, in which world and project. Any credential will do. */
package io.ecsim.http.who;
