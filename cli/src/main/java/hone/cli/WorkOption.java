package hone.cli;

import hone.input.FormatException;
import hone.profile.Profile;
import hone.project.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// How much was done while each profile was taken.
final class WorkOption {

  private static final String RECORDED = "recorded";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  @Option(
      names = "--work",
      paramLabel = "WORK",
      description = {
        "Compare the cost of a unit of work, such as a request: so much was done during each",
        "profile, as numbers in their order, N,N,…, or as PROFILE=N,…; 'recorded' takes the",
        "requests that the run of each profile served."
      })
  private @Nullable String work;

  boolean given() {
    return work != null;
  }

  /// The work of each profile; nothing where none was given.
  ///
  /// @throws ParameterException if it is not given for each, or not above 0
  List<OptionalDouble> of(CommandSpec spec, List<Path> files, List<Profile> profiles)
      throws IOException {
    if (work == null) {
      return files.stream().map(_ -> OptionalDouble.empty()).toList();
    }
    if (work.equals(RECORDED)) {
      return recorded(files, profiles);
    }
    List<String> parts = List.of(work.split(",", -1));
    return parts.stream().allMatch(part -> part.contains("="))
        ? named(spec, parts, files)
        : inOrder(spec, parts, files.size());
  }

  private static List<OptionalDouble> recorded(List<Path> files, List<Profile> profiles)
      throws IOException {
    OptionalDouble[] work = new OptionalDouble[files.size()];
    for (int at = 0; at < work.length; at++) {
      Path file = files.get(at);
      Served served =
          Served.during(file)
              .orElseThrow(() ->
                  new FormatException(
                      file.toString(),
                      "is no profile of a run that recorded its requests; give numbers to --work"));
      work[at] = OptionalDouble.of(served.requests(profiles.get(at).recording().durationNanos()));
    }
    return List.of(work);
  }

  private static List<OptionalDouble> inOrder(CommandSpec spec, List<String> parts, int count) {
    if (parts.size() != count) {
      throw wrong(spec, "has " + parts.size() + " numbers for " + count + " profiles");
    }
    return parts.stream().map(part -> number(spec, part)).toList();
  }

  private static List<OptionalDouble> named(
      CommandSpec spec, List<String> parts, List<Path> files) {
    Map<String, OptionalDouble> numbers = new HashMap<>();
    for (String part : parts) {
      int equals = part.lastIndexOf('=');
      numbers.put(part.substring(0, equals), number(spec, part.substring(equals + 1)));
    }
    List<String> names = files.stream().map(Path::toString).toList();
    String strangers =
        numbers.keySet().stream()
            .filter(name -> !names.contains(name))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!strangers.isEmpty()) {
      throw wrong(spec, "names no profile that is compared: " + strangers);
    }
    return names.stream()
        .map(name -> {
          if (!numbers.containsKey(name)) {
            throw wrong(spec, "has no number for " + name);
          }
          return numbers.get(name);
        })
        .toList();
  }

  private static OptionalDouble number(CommandSpec spec, String text) {
    if (!NUMBER.matcher(text.strip()).matches() || Double.parseDouble(text) <= 0) {
      throw wrong(spec, "expected a number above 0, found '" + text + "'");
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  private static ParameterException wrong(CommandSpec spec, String what) {
    return new ParameterException(spec.commandLine(), "--work " + what);
  }
}
