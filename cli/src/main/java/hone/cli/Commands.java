package hone.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands of hone by name, in the order of the help page.
///
/// Reading the annotations of a command costs milliseconds, so only the command that was asked for
/// is registered, and all of them when none can be made out.
final class Commands {

  private static final Map<String, String> SPELLINGS =
      Map.of("analyze", "analyse", "optimize", "optimise");
  private static final Set<String> VERSION = Set.of("-V", "--version");
  private static final Map<String, Supplier<Object>> BY_NAME = byName();

  private Commands() {}

  private static Map<String, Supplier<Object>> byName() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("init", InitCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("standards", StandardsCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("collect", StageCommands.Collect::new);
    commands.put("analyse", AnalyseCommand::new);
    commands.put("optimise", StageCommands.Optimise::new);
    commands.put("deliver", StageCommands.Deliver::new);
    commands.put("measure", MeasureCommand::new);
    commands.put("gate", GateCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("history", HistoryCommand::new);
    commands.put("top", TopCommand::new);
    commands.put("flame", FlameCommand::new);
    commands.put("tree", TreeCommand::new);
    commands.put("peek", PeekCommand::new);
    commands.put("lines", LinesCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("merge", MergeCommand::new);
    commands.put("convert", ConvertCommand::new);
    commands.put("schema", SchemaCommand::new);
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  /// Adds what these arguments need.
  static void register(CommandLine hone, String... args) {
    if (args.length == 1 && VERSION.contains(args[0])) {
      return;
    }
    String word = Arrays.stream(args).filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
    String asked = SPELLINGS.getOrDefault(word, word);
    boolean known = BY_NAME.containsKey(asked);
    BY_NAME.forEach((name, command) -> {
      if (!known || name.equals(asked)) {
        hone.addSubcommand(name, command.get());
      }
    });
  }

  /// Adds every command.
  static void registerAll(CommandLine hone) {
    BY_NAME.forEach((name, command) -> hone.addSubcommand(name, command.get()));
  }
}
