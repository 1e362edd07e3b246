/**
 * The tables of lives as people read them: rows in plain words, a picture, a chapter of the
 * documentation. All of it is derived; what a table does not say is not told.
 */
package io.ecsim.chart;
