/** Python programs speak to the double through their SDKs. */
package io.ecsim.python;
