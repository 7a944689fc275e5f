package hone.standard;

import hone.service.Language;
import hone.unit.QuantityText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands profiling requirements, thresholds and significance.
final class RequirementReader {

  private static final Pattern LEAST_DURATION =
      Pattern.compile(
          "(?i)(?:minimum(?: of)?|at least|no less than|>=|≥)\\s*(\\d+(?:\\.\\d+)?)"
              + "[\\s-]*(s|sec|seconds?|m|min|minutes?)\\b");
  private static final Pattern LEAST_RUNS =
      Pattern.compile(
          "(?i)(?:minimum(?: of)?|at least|no (?:less|fewer) than|>=|≥)\\s*(\\d{1,4})\\s+"
              + "(?:benchmark\\s+)?(?:runs|iterations|repetitions)\\b");
  private static final Pattern PERCENT =
      Pattern.compile("(?i)(\\d{1,2}(?:\\.\\d{1,3})?)\\s*(?:%|percent\\b)");
  private static final Pattern CHANGE =
      Pattern.compile("(?i)\\b(improv\\w*|regress\\w*|noise|materiality|slow(er|down)\\w*)\\b");
  private static final Pattern HOTSPOT =
      Pattern.compile("(?i)\\b(hotspots?|hot spots?|total (cpu )?time|of (the )?profile)\\b");
  private static final Pattern P_VALUE = Pattern.compile("(?i)\\bp\\s*(?:<|≤|<=)\\s*(0?\\.\\d+)");
  private static final Pattern PROFILE_TYPE = Pattern.compile("(?i)\\buse\\b.*?`(allocs|heap)`");
  private static final Pattern ENDPOINT = Pattern.compile("(/debug/pprof/?)(?!\\w)");

  private RequirementReader() {}

  /// What a statement requires; nothing where it is about something else.
  static List<Meaning> read(String text) {
    List<Meaning> meanings = new ArrayList<>();
    duration(text).ifPresent(meanings::add);
    runs(text).ifPresent(meanings::add);
    threshold(text).ifPresent(meanings::add);
    significance(text).ifPresent(meanings::add);
    if (meanings.isEmpty()) {
      profiling(text).ifPresent(meanings::add);
    }
    return meanings;
  }

  private static Optional<Meaning> duration(String text) {
    Matcher least = LEAST_DURATION.matcher(text);
    if (!least.find() || !text.toLowerCase(Locale.ROOT).contains("profil")) {
      return Optional.empty();
    }
    boolean underLoad = text.toLowerCase(Locale.ROOT).contains("load");
    return QuantityText.read(least.group(1) + " " + least.group(2))
        .map(found -> new Meaning.MinimumDuration(Math.round(found.value()), underLoad));
  }

  private static Optional<Meaning> runs(String text) {
    Matcher least = LEAST_RUNS.matcher(text);
    return least.find()
        ? Optional.of(new Meaning.MinimumRuns(Integer.parseInt(least.group(1))))
        : Optional.empty();
  }

  private static Optional<Meaning> threshold(String text) {
    boolean hotspot = HOTSPOT.matcher(text).find();
    if (!hotspot && !CHANGE.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(text);
    if (!percent.find()) {
      return Optional.empty();
    }
    double share = Double.parseDouble(percent.group(1)) / 100;
    if (percent.find() || share <= 0) {
      throw new IllegalArgumentException("expected one threshold above 0 %");
    }
    return Optional.of(
        new Meaning.Threshold(
            hotspot ? Meaning.Threshold.Of.HOTSPOT : Meaning.Threshold.Of.CHANGE, share));
  }

  private static Optional<Meaning> significance(String text) {
    Matcher p = P_VALUE.matcher(text);
    if (!p.find()) {
      return Optional.empty();
    }
    double level = Double.parseDouble(p.group(1));
    if (level <= 0 || level > 0.5) {
      throw new IllegalArgumentException("significance is not in (0, 0.5]");
    }
    return Optional.of(new Meaning.Significance(level));
  }

  private static Optional<Meaning> profiling(String text) {
    Matcher type = PROFILE_TYPE.matcher(text);
    if (type.find() && text.toLowerCase(Locale.ROOT).contains("profile")) {
      return Optional.of(new Meaning.ProfileType(type.group(1).toLowerCase(Locale.ROOT)));
    }
    Optional<Language> language = Languages.named(text);
    Matcher endpoint = ENDPOINT.matcher(text);
    if (endpoint.find()) {
      return Optional.of(new Meaning.Endpoint(endpoint.group(1), language));
    }
    return tool(text.toLowerCase(Locale.ROOT), language);
  }

  private static Optional<Meaning> tool(String lower, Optional<Language> language) {
    if (!lower.contains("use")) {
      return Optional.empty();
    }
    if (lower.contains("py-spy")) {
      return Optional.of(new Meaning.Tool("py-spy", language, true));
    }
    if (lower.contains("clinic")) {
      return Optional.of(new Meaning.Tool("Clinic.js", language, false));
    }
    if (lower.contains("flight recorder") || lower.matches(".*\\bjfr\\b.*")) {
      return Optional.of(new Meaning.Tool("JDK Flight Recorder", language, true));
    }
    return lower.contains("pprof")
        ? Optional.of(new Meaning.Tool("pprof", language, true))
        : Optional.empty();
  }
}
