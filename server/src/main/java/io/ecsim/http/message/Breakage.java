package io.ecsim.http.message;

/** The connection breaks instead of an answer. */
public enum Breakage implements Outcome {
  /** It is closed without a byte. */
  CLOSE,
  /** It is reset. */
  RESET,
  /** Bytes that are no HTTP, then it is closed. */
  GARBAGE,
  /** An answer begins well; then come bytes that are no chunk, and it is closed. */
  BROKEN_CHUNK
}
