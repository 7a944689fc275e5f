package hone.cli;

import hone.bench.Better;
import hone.bench.Metric;
import hone.bench.Results;
import hone.bench.Series;
import hone.history.Entry;
import hone.history.Figure;
import hone.history.Fingerprint;
import hone.history.Revision;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import hone.project.Project;
import hone.stat.Medians;
import hone.unit.Unit;
import hone.workspace.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Results from elsewhere as entries of a history: each is of a commit of this repository.
///
/// @param machine what they were made on, in the user's words
/// @param now     when they are added, where the file does not say when they were made
record ImportedResults(Project project, String machine, Instant now) {

  /// The entry of `COMMIT=FILE`, of a file called by its commit, or of a `perf-gate.json`.
  ///
  /// @throws FormatException if the file cannot be read, or any record of it
  /// @throws Refusal if the repository has no such commit
  Entry entry(String given) throws Refusal, IOException {
    int equals = given.indexOf('=');
    Path file = Path.of(given.substring(equals + 1));
    if (equals < 0 && isGate(file)) {
      return gate(file, GateRecord.document(file));
    }
    String name = String.valueOf(file.getFileName());
    int dot = name.indexOf('.');
    String commit =
        equals >= 0 ? given.substring(0, equals) : dot < 0 ? name : name.substring(0, dot);
    return results(file, commit(file, commit));
  }

  private static boolean isGate(Path file) throws IOException {
    String start = new String(head(file), StandardCharsets.UTF_8).stripLeading();
    return start.startsWith("{") && start.contains("\"gate\"");
  }

  private static byte[] head(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(file.toString(), "no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(200);
    }
  }

  private Revision commit(Path file, String name) throws Refusal {
    try {
      String commit = project.repository().commit(name);
      return new Revision(commit, project.repository().tree(commit));
    } catch (Refusal unknown) {
      throw Refusal.input(
          "%s: no commit '%s' here; say which with COMMIT=FILE".formatted(file, name));
    }
  }

  private Entry results(Path file, Revision revision) throws IOException {
    List<Diagnostic> passedOver = new ArrayList<>();
    Results results = Workbench.results().read(Source.of(file), passedOver::add);
    if (!passedOver.isEmpty()) {
      throw new FormatException(file.toString(), passedOver.getFirst().toString());
    }
    List<Figure> figures = new ArrayList<>();
    for (Series series : results.series()) {
      figures.add(
          new Figure(
              series.benchmark(),
              series.metric(),
              Optional.empty(),
              Optional.of(
                  new Figure.Summary(series.samples().size(), Medians.median(series.values()))),
              Optional.empty(),
              ""));
    }
    return entry(id(file, revision), Optional.empty(), revision, 0, figures);
  }

  /// The same file of the same commit is the same entry, however often it is imported.
  private static String id(Path file, Revision revision) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(file));
    return "import/" + revision.commit() + "/" + Long.toHexString(sum.getValue());
  }

  private Entry gate(Path file, ObjectNode document) throws Refusal, IOException {
    GateRecord.of(file.toString(), document);
    Revision base = commit(file, document.path("base").asString(""));
    Revision head = commit(file, document.path("head").asString(""));
    List<Figure> figures = new ArrayList<>();
    for (JsonNode benchmark : document.path("benchmarks")) {
      figures.add(figure(file, benchmark));
    }
    String run = document.path("run").asString("");
    return entry(
        run.isEmpty() ? id(file, head) : run + "/1",
        Optional.of(base),
        head,
        document.path("seed").asLong(0),
        figures);
  }

  private static Figure figure(Path file, JsonNode benchmark) throws FormatException {
    try {
      Metric metric =
          new Metric(
              benchmark.path("metric").asString(""),
              Unit.of(benchmark.path("unit").asString("")),
              Better.of(benchmark.path("better").asString("")).orElse(Better.LOWER));
      return new Figure(
          benchmark.path("benchmark").asString(""),
          metric,
          summary(benchmark.path("old")),
          summary(benchmark.path("new")),
          change(benchmark),
          benchmark.path("verdict").asString(""));
    } catch (IllegalArgumentException impossible) {
      throw new FormatException(file.toString(), String.valueOf(impossible.getMessage()));
    }
  }

  private static Optional<Figure.Summary> summary(JsonNode side) {
    return side.isObject()
        ? Optional.of(new Figure.Summary(side.path("n").asInt(0), side.path("median").asDouble(-1)))
        : Optional.empty();
  }

  /// An end of the interval that is not known is null in JSON, and so is an infinite effect.
  private static Optional<Figure.Change> change(JsonNode benchmark) {
    JsonNode interval = benchmark.path("interval");
    return benchmark.path("effect").isNumber() && interval.isArray()
        ? Optional.of(
            new Figure.Change(
                benchmark.path("effect").asDouble(),
                interval.path(0).isNumber() ? interval.path(0).asDouble() : -1,
                interval.path(1).isNumber()
                    ? interval.path(1).asDouble()
                    : Double.POSITIVE_INFINITY))
        : Optional.empty();
  }

  private Entry entry(
      String id, Optional<Revision> base, Revision head, long seed, List<Figure> figures) {
    return new Entry(
        id,
        "import",
        now,
        project.service().name(),
        Fingerprint.of(Map.of("name", machine)),
        base,
        head,
        seed,
        figures);
  }
}
