/** Making servers, whichever door asks for it. */
package io.ecsim.ecs.create;
