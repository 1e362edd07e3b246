/**
 * Auto launch groups: a capacity that somebody wants, and the servers that are ordered out of a
 * launch template until it is reached, paid for by use and at the spot price. A group makes its
 * servers the way everybody does, and looks at them to say how far it is.
 */
package io.ecsim.ecs.launch;
