package io.ecsim.terraform;

/**
 * What tells Terraform and OpenTofu to attach to a running double. (terraform-plugin-protocol 1.)
 */
public final class Attachment {
  /** The variable that both read. */
  public static final String VARIABLE = "TF_REATTACH_PROVIDERS";

  private Attachment() {}

  /**
   * The variable's value.
   *
   * @param address as {@code 127.0.0.1:8480}
   * @param pid the double's own process: Terraform watches it, and old ones end it
   */
  public static String value(String address, long pid) {
    // Test: without it Terraform would end the double after each command.
    String config =
        """
        {"Protocol":"grpc","ProtocolVersion":5,"Pid":%d,"Test":true,\
        "Addr":{"Network":"tcp","String":"%s"}}"""
            .formatted(pid, address);
    // The second name is what configurations without required_providers mean.
    return "{\"huaweicloud/huaweicloud\":%1$s,\"hashicorp/huaweicloud\":%1$s}".formatted(config);
  }
}
