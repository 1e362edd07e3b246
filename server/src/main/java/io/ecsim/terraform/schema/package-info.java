/** What a configuration may say: arguments, blocks, their flags and checks, as a table. */
package io.ecsim.terraform.schema;
