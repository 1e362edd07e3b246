/** How errors are worded, in each of the forms that services have. */
package io.ecsim.http.error;
