/** The whole double, put together: {@link io.ecsim.Ecsim} starts it, also from a test. */
package io.ecsim;
