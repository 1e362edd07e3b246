package io.ecsim.evs.disk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a quota is used: the schema of the same name, which quota sets hold by any key. */
record QuotaUsage(@JsonProperty("in_use") int inUse, int limit, int reserved) {}
