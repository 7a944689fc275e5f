package hone.report;

import hone.gate.Figures;
import hone.gate.Figures.Design;
import hone.gate.Judgement;
import hone.gate.LikelyCause;
import hone.gate.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Judgements as JSON: the objects of `hone compare --json`, `hone gate --json` and
/// `perf-gate.json`.
///
/// Numbers are in base units. What JSON has no number for is null: an open end of an interval, an
/// infinite effect, the p of numbers that chance has no part in, every figure of what was not
/// compared.
public final class JudgementDocument {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JudgementDocument() {}

  /// The document of `hone compare`.
  ///
  /// @param confidence of the intervals, in (0, 1)
  public static ObjectNode compare(List<Judgement> judgements, double confidence) {
    ObjectNode document = JSON.objectNode();
    document.put("design", Design.UNBLOCKED.toString());
    document.put("confidence", confidence);
    ArrayNode benchmarks = document.putArray("benchmarks");
    judgements.forEach(each -> benchmarks.add(judgement(each, "name")));
    return document;
  }

  /// The regressions that close the gate, as `blocking_regressions` lists them.
  ///
  /// @param judgements all but those that were accepted
  /// @param causes     tells of each where to look for its reason
  public static ArrayNode blocking(
      List<Judgement> judgements, Function<Judgement, LikelyCause> causes) {
    ArrayNode blocking = JSON.arrayNode();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() == Verdict.REGRESSED) {
        ObjectNode object = of(judgement);
        cause(object, causes.apply(judgement));
        blocking.add(object);
      }
    }
    return blocking;
  }

  private static void cause(ObjectNode object, LikelyCause cause) {
    ArrayNode functions = object.putArray("functions");
    cause.functions().forEach(functions::add);
    object.put("cause", cause.text());
    ArrayNode kinds = object.putArray("kinds");
    cause.kinds().forEach(kinds::add);
    LikelyCause.Profiled profiled = cause.profiled();
    ArrayNode lines = object.putArray("lines");
    profiled.lines().forEach(lines::add);
    ArrayNode slower = object.putArray("slower");
    profiled.slower().forEach(each -> slower.add(slower(each)));
    ObjectNode profiles = object.putObject("profiles");
    profiles.put("scope", profiled.scope().toString());
    ArrayNode files = profiles.putArray("files");
    profiled.files().forEach(files::add);
    profiles.put("failure", profiled.failure());
  }

  private static ObjectNode slower(LikelyCause.Slower slower) {
    ObjectNode object = JSON.objectNode();
    object.put("function", slower.function()).put("file", slower.file());
    object.put("old_share", slower.oldShare()).put("new_share", slower.newShare());
    put(object, "flat_change", slower.flat().orElse(Double.NaN));
    put(object, "cum_change", slower.cumulative().orElse(Double.NaN));
    ArrayNode lines = object.putArray("lines");
    slower.lines().forEach(lines::add);
    return object;
  }

  /// One judgement, as `benchmarks` of a gate lists it.
  public static ObjectNode of(Judgement judgement) {
    return judgement(judgement, "benchmark");
  }

  private static ObjectNode judgement(Judgement judgement, String nameKey) {
    ObjectNode object = JSON.objectNode();
    object.put(nameKey, judgement.benchmark());
    object.put("unit", judgement.metric().unit().name());
    object.put("metric", judgement.metric().name());
    object.put("better", judgement.metric().better().toString());
    judgement
        .figures()
        .ifPresentOrElse(figures -> figures(object, figures), () -> noFigures(object));
    object.put("verdict", judgement.verdict().toString());
    object.put("reason", judgement.reason());
    return object;
  }

  private static void figures(ObjectNode object, Figures figures) {
    object.put("design", figures.design().toString());
    object.set("old", side(figures.oldCount(), figures.oldMedian()));
    object.set("new", side(figures.newCount(), figures.newMedian()));
    put(object, "effect", figures.effect());
    ArrayNode interval = object.putArray("interval");
    boolean exact = figures.design() == Design.EXACT;
    add(interval, exact || figures.low() > -1 ? figures.low() : Double.NaN);
    add(interval, figures.high());
    put(object, "p", exact ? Double.NaN : figures.p());
    put(object, "adjusted_p", exact ? Double.NaN : figures.adjustedP());
    OptionalDouble detectable = figures.detectable();
    put(object, "detectable", detectable.orElse(Double.NaN));
  }

  private static ObjectNode side(int count, double median) {
    return JSON.objectNode().put("n", count).put("median", median);
  }

  private static void put(ObjectNode object, String key, double number) {
    if (Double.isFinite(number)) {
      object.put(key, number);
    } else {
      object.putNull(key);
    }
  }

  private static void add(ArrayNode array, double number) {
    if (Double.isFinite(number)) {
      array.add(number);
    } else {
      array.addNull();
    }
  }

  private static void noFigures(ObjectNode object) {
    for (String key :
        List.of("design", "old", "new", "effect", "interval", "p", "adjusted_p", "detectable")) {
      object.putNull(key);
    }
  }
}
