package io.ecsim.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a provider where Terraform finds it, for those who cannot set a variable. */
@Command(
    name = "install-provider",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a provider huaweicloud/huaweicloud into DIR that hands over to a running double, for"
          + " those who cannot set what ./ecsim env prints:",
      "",
      "  ./ecsim install-provider && terraform init && terraform apply",
      "",
      "Terraform and OpenTofu find it in terraform.d/plugins of the folder they run in; for another"
          + " DIR say terraform init -plugin-dir=DIR. No registry is asked for it. It needs sh and"
          + " curl. ECSIM_URL and ECSIM_WORLD are heeded where Terraform runs. Delete DIR to have"
          + " the real provider again.",
      ""
    })
final class InstallProviderCommand implements Callable<Integer> {
  private static final String FOUND = "terraform.d/plugins";

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:ECSIM_URL:-http://127.0.0.1:8480}",
      description =
          "The double that it hands over to, unless ECSIM_URL says another one then (ECSIM_URL;"
              + " default http://127.0.0.1:8480).")
  private String url;

  @Option(
      names = "--provider-version",
      paramLabel = "VERSION",
      defaultValue = "1.99.0",
      description =
          "The version that it says it is; a configuration may ask for a certain one (default"
              + " 1.99.0).")
  private String version;

  @Option(
      names = "--platform",
      paramLabel = "OS_ARCH",
      description = "The machine that Terraform runs on: linux_arm64, … (default: this one).")
  private String platform;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = FOUND,
      description = "The folder (default " + FOUND + ").")
  private Path folder;

  @Override
  public Integer call() {
    String machine = platform == null ? thisMachine() : platform;
    require(
        url.matches("http://[A-Za-z0-9.:_\\[\\]-]+/?"),
        "--url",
        url,
        "it is like http://127.0.0.1:8480");
    require(
        version.matches("[0-9]+\\.[0-9]+\\.[0-9]+"),
        "--provider-version",
        version,
        "it is like 1.99.0");
    require(machine.matches("[a-z]+_[a-z0-9]+"), "--platform", machine, "it is like linux_amd64");
    require(
        !machine.startsWith("windows"),
        "--platform",
        machine,
        "the provider is a script for sh, which Windows does not start; use ./ecsim env");
    new ProviderRelay(url, version, machine).install(folder);
    spec.commandLine().getOut().println(told(machine));
    return 0;
  }

  private String told(String machine) {
    boolean found = folder.equals(Path.of(FOUND));
    return """
        huaweicloud/huaweicloud %s for %s is in %s and hands over to %s
          next     ./ecsim serve                in another terminal, if no double runs yet
                   terraform init%s
                   terraform apply
          A lock file with another version or checksum stops init: terraform init -upgrade, or delete
          .terraform.lock.hcl.\
        """
        .formatted(
            version,
            machine,
            folder,
            url,
            found
                ? "               here, beside the configuration"
                : " -plugin-dir=" + folder.toAbsolutePath());
  }

  /** As Go calls it, and Terraform with it. */
  private static String thisMachine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "darwin" : system.contains("windows") ? "windows" : system;
    String arch =
        switch (System.getProperty("os.arch")) {
          case "aarch64" -> "arm64";
          case "x86_64", "amd64" -> "amd64";
          case "x86", "i386" -> "386";
          default -> System.getProperty("os.arch");
        };
    return os + "_" + arch;
  }

  private void require(boolean good, String name, String value, String why) {
    if (!good) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "%s is \"%s\": %s".formatted(name, value, why));
    }
  }
}
