package hone.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    List<String> command = new ArrayList<>(List.of("go", "tool", "pprof", "-top"));
    command.addAll(List.of("-nodecount=0", "-nodefraction=0", "-edgefraction=0", "-trim=false"));
    command.addAll(List.of("-symbolize=none"));
    command.addAll(options);
    command.add(profile.toString());
    return rows(output(folder, command));
  }

  private static String output(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      assumeTrue(false, "skipped: go is not installed");
      throw absent;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return output;
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
