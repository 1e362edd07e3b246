package io.ecsim.eip;

/**
 * An EIP that somebody asks for; every member but the first may be null.
 *
 * @param type {@code 5_bgp}
 * @param alias its name
 * @param address the address wanted, or null for any
 * @param way the bandwidth it gets or joins
 * @param enterpriseProject its enterprise project
 */
record Wish(String type, String alias, String address, Way way, String enterpriseProject) {

  /**
   * The bandwidth that is asked for.
   *
   * @param share {@code PER} or {@code WHOLE}
   * @param id an existing shared one
   * @param name the name of a new one
   * @param size Mbit/s of a new one
   * @param chargeMode how a new one is charged
   */
  record Way(Share share, String id, String name, Integer size, String chargeMode) {
    /** How it is charged if nothing was said. */
    String mode() {
      return chargeMode == null || chargeMode.isEmpty() ? "bandwidth" : chargeMode;
    }
  }

  /** The enterprise project, or the default one. */
  String enterprise() {
    return enterpriseProject == null || enterpriseProject.isEmpty() ? "0" : enterpriseProject;
  }
}
