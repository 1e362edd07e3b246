package io.ecsim.codegen;

import java.util.List;

/** The contract cannot be generated from; the message lists every reason found. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContractException(String document, List<String> problems) {
    super(document + ": " + String.join("; ", problems));
  }
}
