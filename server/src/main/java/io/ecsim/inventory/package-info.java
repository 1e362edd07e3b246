/**
 * What a world offers before anybody has made anything: zones, flavors, disk types, public images,
 * the default network, limits. Values only; knows neither kernel nor API.
 */
package io.ecsim.inventory;
