package io.ecsim.ecs.server;

/**
 * What a server was asked to have switched on; null where nothing was said.
 *
 * @param threads {@code cpu_options.hw:cpu_threads}
 * @param secureBoot {@code security_options.secure_boot_enabled}
 * @param tpm {@code security_options.tpm_enabled}
 * @param enclave {@code enclave_options.enabled}
 * @param serialConsole {@code serial_console_options.enabled}
 */
public record Options(
    Integer threads, Boolean secureBoot, Boolean tpm, Boolean enclave, Boolean serialConsole) {
  static final Options NONE = new Options(null, null, null, null, null);

  Options withThreads(Integer number) {
    return new Options(number, secureBoot, tpm, enclave, serialConsole);
  }

  Options withSerialConsole(boolean on) {
    return new Options(threads, secureBoot, tpm, enclave, on);
  }
}
