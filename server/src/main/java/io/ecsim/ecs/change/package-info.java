/** What servers go through that takes several edges, whichever door asks for it. */
package io.ecsim.ecs.change;
