package io.ecsim.sim; public final class Tx {}
