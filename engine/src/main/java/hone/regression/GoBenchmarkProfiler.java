package hone.regression;

import hone.gate.LikelyCause.Scope;
import hone.workspace.Refusal;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Builds the tests of the package that declares a Go benchmark, and runs that benchmark alone with
/// `-test.cpuprofile`, as many operations on each side.
record GoBenchmarkProfiler(Shell shell, Path log) implements BenchmarkProfiler {

  /// How long the base runs, at a hundred samples a second.
  private static final double WANTED_NANOS = 4e9;

  /// A package, then a name: no benchmark's begins with a small letter.
  private static final Pattern QUALIFIED = Pattern.compile(".*?\\.([^a-z/.][^/.]*(?:/.*)?)");

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
  private static final int LARGEST_FILE = 4 << 20;
  private static final int DEEPEST = 12;

  @Override
  public Scope scope() {
    return Scope.BENCHMARK;
  }

  @Override
  public Answer profile(Question question) throws Refusal, IOException {
    List<String> parts = parts(question.benchmark());
    Optional<Path> folder = declaring(question.directory(), parts.getFirst());
    if (folder.isEmpty()) {
      return Answer.failed("no package declares Benchmark" + parts.getFirst());
    }
    Path binary = question.folder().resolve("benchmark.test");
    Path profile = question.folder().resolve("cpu.pb.gz");
    Files.createDirectories(question.folder());
    Shell.Result built =
        shell.run("go test -c -o " + quoted(binary) + " .", folder.get(), BUILD_LIMIT, log);
    if (built.failure().isPresent()) {
      return Answer.failed(built.failure().get());
    }
    String line =
        "%s -test.run '^$' -test.bench %s -test.benchtime %s -test.count 1 -test.cpuprofile %s"
            .formatted(
                quoted(binary), quoted(expression(parts)), operations(question), quoted(profile));
    Shell.Result ran = shell.run(line, folder.get(), question.limit(), log);
    Files.deleteIfExists(binary);
    return ran.failure().isPresent()
        ? Answer.failed(ran.failure().get())
        : Answer.of(Files.isRegularFile(profile) ? List.of(profile) : List.of());
  }

  private static String operations(Question question) {
    return question.operation().stream()
        .filter(nanos -> nanos > 0)
        .mapToObj(nanos ->
            String.format(
                Locale.ROOT, "%dx", Math.clamp((long) (WANTED_NANOS / nanos), 1, 1L << 30)))
        .findFirst()
        .orElse("3s");
  }

  /// The names of a benchmark and its sub-benchmarks, without what only tells how it was run.
  static List<String> parts(String benchmark) {
    String name = benchmark.replaceFirst(" \\[.*", "").replaceFirst("^Benchmark", "");
    Matcher qualified = QUALIFIED.matcher(name);
    boolean plain = name.matches("[^./]*(/.*)?");
    String own = plain || !qualified.matches() ? name : qualified.group(1);
    return List.of(own.split("/", -1));
  }

  /// What `-test.bench` is given: each part alone, whether the number of processors stands behind
  /// it or not.
  static String expression(List<String> parts) {
    List<String> expressions = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      String name = (part == 0 ? "Benchmark" : "") + parts.get(part);
      expressions.add("^" + literal(name.replaceFirst("-\\d+$", "")) + "(-\\d+)?$");
    }
    return String.join("/", expressions);
  }

  /// Go splits at each slash and knows no `\Q`.
  private static String literal(String name) {
    return name.replaceAll("([\\\\.+*?()|\\[\\]{}^$])", "\\\\$1");
  }

  private static Optional<Path> declaring(Path directory, String name) throws IOException {
    Pattern declaration =
        Pattern.compile(
            "(?m)^func Benchmark" + Pattern.quote(name.replaceFirst("-\\d+$", "")) + "\\s*\\(");
    try (Stream<Path> files = Files.walk(directory, DEEPEST)) {
      for (Path file : files.filter(GoBenchmarkProfiler::isTest).sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (declaration.matcher(text).find()) {
          return Optional.ofNullable(file.getParent());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isTest(Path file) {
    return file.toString().endsWith("_test.go")
        && Files.isRegularFile(file)
        && file.toFile().length() <= LARGEST_FILE;
  }

  private static String quoted(Object text) {
    return "'" + text.toString().replace("'", "'\\''") + "'";
  }
}
