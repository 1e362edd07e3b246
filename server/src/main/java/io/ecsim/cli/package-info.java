/**
 * The command line. {@code serve} and {@code run} start a double; all others are thin clients of
 * the control API of one that runs.
 */
package io.ecsim.cli;
