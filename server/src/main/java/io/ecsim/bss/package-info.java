/**
 * The Business Support System, as far as clients ask it about things that are paid for by month or
 * year: orders, what came of them, and how they are ended. Nothing is ever charged.
 */
package io.ecsim.bss;
