package hone.analysis;

import hone.GoTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The real `go tool pprof`, as an oracle.
final class GoPprof {

  private static final Pattern ROW =
      Pattern.compile("\\s*(?<flat>\\S+)\\s+\\S+\\s+\\S+\\s+(?<cum>\\S+)\\s+\\S+\\s\\s(?<name>.*)");
  private static final Pattern INLINED = Pattern.compile(" \\((?:partial-)?inline\\)$");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z]+$");

  private GoPprof() {}

  /// Flat and cumulative value of a row.
  record Values(long flat, long cumulative) {}

  /// Every row of `go tool pprof -top`, by name; rows of one name are added up.
  ///
  /// @param folder where it runs: pprof shortens paths that hold the name of its own folder
  static Map<String, Values> top(Path folder, Path profile, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-top", "-nodecount=0", "-nodefraction=0"));
    command.addAll(List.of("-edgefraction=0", "-trim=false"));
    command.addAll(options);
    GoTool.Run run = GoTool.pprof(folder, command, profile);
    if (run.exitCode() != 0) {
      throw new IOException(command + " ended with " + run.exitCode());
    }
    return rows(run.out());
  }

  private static Map<String, Values> rows(String output) {
    Map<String, Values> rows = new HashMap<>();
    boolean inTable = false;
    for (String line : output.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (inTable && row.matches()) {
        String name = INLINED.matcher(row.group("name")).replaceFirst("");
        Values values = new Values(number(row.group("flat")), number(row.group("cum")));
        rows.merge(name, values, GoPprof::sum);
      }
      inTable |= line.strip().startsWith("flat  flat%");
    }
    return rows;
  }

  private static Values sum(Values one, Values other) {
    return new Values(one.flat + other.flat, one.cumulative + other.cumulative);
  }

  private static long number(String text) {
    return Long.parseLong(UNIT.matcher(text).replaceFirst(""));
  }
}
