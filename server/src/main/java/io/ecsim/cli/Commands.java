package io.ecsim.cli;

import io.ecsim.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
    name = "ecsim",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "An offline double of Huawei Cloud ECS and EVS that lives through lifecycles.")
final class Commands implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private static Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("serve", ServeCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("env", EnvCommand::new);
    commands.put("install-provider", InstallProviderCommand::new);
    commands.put("clock", ClockCommand::new);
    commands.put("faults", FaultsCommand::new);
    commands.put("state", StateCommand::new);
    commands.put("worlds", WorldsCommand::new);
    commands.put("journal", JournalCommand::new);
    commands.put("docs", DocsCommand::new);
    commands.put("rehearse", RehearseCommand::new);
    return commands;
  }

  /** A parser that knows the command meant, or all of them: each that it knows costs start-up. */
  static CommandLine parser(String... arguments) {
    var parser = new CommandLine(new Commands());
    Map<String, Supplier<Object>> commands = all();
    String meant = arguments.length == 0 ? "" : arguments[0];
    if (commands.containsKey(meant)) {
      commands.keySet().retainAll(Set.of(meant));
    }
    commands.forEach((name, command) -> parser.addSubcommand(name, command.get()));
    CommandLine run = parser.getSubcommands().get("run");
    if (run != null) {
      run.setStopAtPositional(true);
    }
    return parser;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
  }

  /** The version as {@code --version} prints it. */
  static final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ecsim " + Version.text()};
    }
  }
}
