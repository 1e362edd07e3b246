/** What tests stand on: a double of their own, spoken to over real HTTP. */
package io.ecsim.testing;
