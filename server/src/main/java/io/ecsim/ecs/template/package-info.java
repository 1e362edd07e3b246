/**
 * Launch templates: what servers are to be like that somebody will ask for. A template has one
 * version here, for no call makes another.
 */
package io.ecsim.ecs.template;
