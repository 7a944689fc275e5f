package hone.collect;

import hone.process.Command;
import hone.process.Outcome;
import hone.process.SearchPath;
import hone.process.Supervisor;
import hone.service.ClinicPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command line that starts a service within Clinic.js.
///
/// @param program Clinic.js
/// @param before  variables that stand before the command
/// @param node    as the command calls it
/// @param after   what Node.js is given
record ClinicLine(Path program, String before, String node, String after) {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Pattern SIMPLE =
      Pattern.compile(
          "\\s*((?:[A-Za-z_][A-Za-z0-9_]*=\\S*\\s+)*)(?:exec\\s+)?((?:\\S*/)?node)"
              + "(\\s+[^;&|<>`\\n]+)");
  private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\.(\\d{1,4})\\.\\S*");

  /// Why Clinic.js is not run.
  static final class NotRun extends Exception {

    private static final long serialVersionUID = 1;

    NotRun(String reason) {
      super(reason);
    }
  }

  /// Clinic.js around a start command; empty where it is not there and nobody asked for it.
  ///
  /// @throws NotRun if it was asked for and cannot be run
  static Optional<ClinicLine> of(Launch launch, SearchPath path) throws NotRun, CollectException {
    Optional<Path> program = program(launch, path);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Matcher start = SIMPLE.matcher(launch.line());
    if (!start.matches()) {
      throw new NotRun("'start' in hone.yaml is not one command that begins with node");
    }
    return Optional.of(
        new ClinicLine(program.get(), start.group(1), start.group(2), start.group(3)));
  }

  private static Optional<Path> program(Launch launch, SearchPath path) throws NotRun {
    return switch (launch.service().clinic()) {
      case ClinicPlan.None() -> Optional.empty();
      case ClinicPlan.Own() ->
          Optional.of(launch.folder().toAbsolutePath().resolve("node_modules/.bin/clinic"))
              .filter(Files::isExecutable);
      case ClinicPlan.Program(String named) -> {
        Optional<Path> found =
            named.contains("/")
                ? Optional.of(launch.folder().toAbsolutePath().resolve(named))
                    .filter(Files::isExecutable)
                : path.find(named);
        yield Optional.of(found.orElseThrow(() -> new NotRun("no such program: '" + named + "'")));
      }
    };
  }

  /// Looks whether Clinic.js works on this version of Node.js.
  ///
  /// @throws NotRun if it does not
  void check(Supervisor supervisor, Path folder, Map<String, String> variables)
      throws NotRun, InterruptedException {
    Command command =
        Command.shell(before + node + " --version", folder)
            .withEnvironment(variables)
            .withLimit(LIMIT);
    if (supervisor.run(command) instanceof Outcome.Exited exited && exited.succeeded()) {
      String version = exited.stdout().text().strip();
      if (breaks(version)) {
        throw new NotRun(
            "it breaks on Node.js 21.7 and later, and this is "
                + version
                + "; the profile of Node's own inspector stands");
      }
      return;
    }
    throw new NotRun("'" + node + " --version' failed");
  }

  /// Whether Clinic.js breaks on a version of Node.js, such as `v22.1.0`.
  static boolean breaks(String version) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return true;
    }
    int major = Integer.parseInt(parts.group(1));
    return major > 21 || (major == 21 && Integer.parseInt(parts.group(2)) >= 7);
  }

  /// The whole line.
  ///
  /// @param folder where its folder goes
  String within(ClinicTool tool, Path folder) {
    return before
        + String.join(
            " ", quoted(program), tool.text(), "--collect-only", "--dest", quoted(folder), "--")
        + " "
        + node
        + after;
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
