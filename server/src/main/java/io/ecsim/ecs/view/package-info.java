/** What all doors share in showing servers: the words of a status, a server at one moment. */
package io.ecsim.ecs.view;
