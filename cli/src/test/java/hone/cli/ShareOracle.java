package hone.cli;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line's share of a raw profile, counted without any of hone's readers: `go tool pprof -traces`
/// and `jfr print` take Go's and Java's apart, and what py-spy and V8 write is JSON.
///
/// A sample belongs to its innermost frame in a file of the repository. Idle samples do not count.
final class ShareOracle {

  private final Set<String> tracked;
  private final Truth truth;
  private double all;
  private double there;

  private ShareOracle(Set<String> tracked, Truth truth) {
    this.tracked = tracked;
    this.truth = truth;
  }

  /// Counts the CPU profile of the only run that a repository keeps.
  ///
  /// @return from 0 to 1
  static double share(ProgramCopy repository, Truth truth)
      throws IOException, InterruptedException {
    ShareOracle oracle =
        new ShareOracle(repository.git("ls-files").lines().collect(toSet()), truth);
    Path raw = onlyProfile(repository.directory().resolve(".hone/runs"));
    String name = raw.getFileName().toString();
    if (name.endsWith(".pb.gz")) {
      oracle.countGo(raw);
    } else if (name.endsWith(".jfr")) {
      oracle.countJava(raw);
    } else if (name.endsWith(".cpuprofile")) {
      oracle.countNode(JsonMapper.shared().readTree(raw));
    } else {
      oracle.countPython(JsonMapper.shared().readTree(raw));
    }
    return oracle.there / oracle.all;
  }

  private static Path onlyProfile(Path runs) throws IOException {
    Predicate<Path> ofTime =
        file -> file.toString().matches(".*/profiles/(cpu\\.[^/]*|recording\\.jfr)");
    try (Stream<Path> files = Files.walk(runs)) {
      List<Path> found = files.filter(ofTime).toList();
      if (found.size() != 1) {
        throw new IOException("one CPU profile was expected: " + found);
      }
      return found.getFirst();
    }
  }

  /// Where a frame is, if the repository has that file.
  private record Place(String file, int line) {}

  private Optional<Place> place(String path, int line) {
    String file = path.replaceFirst("^(file://)?.*/checkouts/[^/]+/[^/]+/", "");
    return tracked.contains(file) ? Optional.of(new Place(file, line)) : Optional.empty();
  }

  private void count(double weight, Stream<Optional<Place>> innermostFirst) {
    all += weight;
    Place first = innermostFirst.flatMap(Optional::stream).findFirst().orElse(new Place("", 0));
    if (first.equals(new Place(truth.file(), truth.line()))) {
      there += weight;
    }
  }

  /// Each trace is a line with the time and the innermost frame, and a line for each caller.
  private void countGo(Path raw) throws IOException, InterruptedException {
    String traces = run("go", "tool", "pprof", "-traces", "-lines", raw.toString());
    for (String trace : traces.split("-+\\+-+\n", -1)) {
      List<String> lines = trace.lines().toList();
      String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().strip().split("\\s+", -1);
      if (first.length > 1 && first[0].matches("[0-9.]+(ms|s)")) {
        count(seconds(first[0]), lines.stream().map(this::goFrame));
      }
    }
  }

  private Optional<Place> goFrame(String line) {
    String place = line.replaceFirst(" \\(inline\\)$", "").replaceFirst("^.* ", "");
    int colon = place.lastIndexOf(':');
    return colon < 0
        ? Optional.empty()
        : place(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
  }

  private static double seconds(String text) {
    return text.endsWith("ms")
        ? Double.parseDouble(text.substring(0, text.length() - 2)) / 1000
        : Double.parseDouble(text.substring(0, text.length() - 1));
  }

  /// A JDK 25 samples by processor time; a JDK before it by the clock, where something runs.
  private void countJava(Path raw) throws IOException, InterruptedException {
    countJava(raw, "jdk.CPUTimeSample");
    if (all == 0) {
      countJava(raw, "jdk.ExecutionSample");
    }
  }

  private void countJava(Path raw, String kind) throws IOException, InterruptedException {
    String jfr = Path.of(System.getProperty("java.home"), "bin", "jfr").toString();
    String text =
        run(jfr, "print", "--json", "--stack-depth", "1024", "--events", kind, raw.toString());
    for (JsonNode event : JsonMapper.shared().readTree(text).path("recording").path("events")) {
      JsonNode frames = event.path("values").path("stackTrace").path("frames");
      if (!frames.isEmpty()) {
        count(1, frames.valueStream().map(this::javaFrame));
      }
    }
  }

  private Optional<Place> javaFrame(JsonNode frame) {
    String type = frame.path("method").path("type").path("name").asString();
    String source = "/" + type.replaceFirst("\\$.*", "") + ".java";
    return tracked.stream()
        .filter(file -> ("/" + file).endsWith(source))
        .findFirst()
        .map(file -> new Place(file, frame.path("lineNumber").asInt()));
  }

  private void countPython(JsonNode profile) {
    JsonNode frames = profile.path("shared").path("frames");
    for (JsonNode thread : profile.path("profiles")) {
      for (int i = 0; i < thread.path("samples").size(); i++) {
        List<JsonNode> stack =
            thread.path("samples").path(i).valueStream().toList().reversed().stream()
                .map(index -> frames.path(index.asInt()))
                .toList();
        if (!isIdle(stack.getFirst())) {
          count(
              thread.path("weights").path(i).asDouble(),
              stack.stream().map(f -> place(f.path("file").asString(), f.path("line").asInt())));
        }
      }
    }
  }

  /// py-spy takes a thread that waits for its turn on a processor to be active, though it is about
  /// to leave the wait for events.
  private static boolean isIdle(JsonNode frame) {
    return frame.path("name").asString().endsWith("select")
        && frame.path("file").asString().endsWith("/selectors.py");
  }

  /// V8 tells where a function was by counts of its samples at each line; of a caller it tells where
  /// the function begins. A sample lasts until the next.
  private void countNode(JsonNode profile) {
    Map<Integer, JsonNode> nodes = new HashMap<>();
    Map<Integer, Integer> callers = new HashMap<>();
    for (JsonNode node : profile.path("nodes")) {
      nodes.put(node.path("id").asInt(), node);
      node.path("children").forEach(child -> callers.put(child.asInt(), node.path("id").asInt()));
    }
    for (int i = 0; i < profile.path("samples").size() - 1; i++) {
      List<JsonNode> stack =
          Stream.iterate(profile.path("samples").path(i).asInt(), Objects::nonNull, callers::get)
              .map(nodes::get)
              .filter(Objects::nonNull)
              .toList();
      if (!functionOf(stack.getFirst()).equals("(idle)")) {
        countNode(stack, profile.path("timeDeltas").path(i + 1).asDouble());
      }
    }
  }

  private void countNode(List<JsonNode> stack, double micros) {
    JsonNode sampled = stack.getFirst();
    double ticks =
        sampled.path("positionTicks").valueStream().mapToDouble(ShareOracle::ticks).sum();
    List<Optional<Place>> callers =
        stack.stream().skip(1).map(f -> nodeFrame(f, firstLine(f))).toList();
    if (ticks == 0) {
      count(
          micros,
          Stream.concat(Stream.of(nodeFrame(sampled, firstLine(sampled))), callers.stream()));
      return;
    }
    for (JsonNode each : sampled.path("positionTicks")) {
      Optional<Place> place = nodeFrame(sampled, each.path("line").asInt());
      count(micros * ticks(each) / ticks, Stream.concat(Stream.of(place), callers.stream()));
    }
  }

  private static double ticks(JsonNode line) {
    return line.path("ticks").asDouble();
  }

  private static int firstLine(JsonNode node) {
    return node.path("callFrame").path("lineNumber").asInt() + 1;
  }

  private Optional<Place> nodeFrame(JsonNode node, int line) {
    return place(node.path("callFrame").path("url").asString(), line);
  }

  private static String functionOf(JsonNode node) {
    return node.path("callFrame").path("functionName").asString();
  }

  private static String run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(words[0] + " ended with " + process.exitValue());
    }
    return output;
  }
}
