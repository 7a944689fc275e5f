package hone.claim;

import hone.claim.Opinion.Kind;
import hone.claim.Opinion.TradeOff;
import hone.schema.DocumentSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What of an agent's answer about regressions can stand.
///
/// An opinion stands if it is about a regression that was asked about, names only functions that
/// the change touches, and has no figure of its own.
///
/// @param kept       one for a regression at most, in the answer's order
/// @param dropped    why each other opinion fell
/// @param unreadable why there is no answer at all, each a phrase that the agent can act on
public record Opinions(List<Opinion> kept, List<String> dropped, List<String> unreadable) {

  private static final int MOST_OPINIONS = 1000;
  private static final int NAME_CHARACTERS = 120;
  private static final int WORD_CHARACTERS = 600;

  /// A number with a unit, as measurements have.
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\d\\s*(?:%|percent\\b|per cent\\b|x\\b|×|times\\b|-?fold\\b|[nmµμ]?s\\b|"
              + "(?:nano|micro|milli)?seconds?\\b|[kMG]i?B\\b|bytes?\\b)",
          Pattern.CASE_INSENSITIVE);

  public Opinions {
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
    unreadable = List.copyOf(unreadable);
  }

  /// What an agent should mend, if it is asked once more.
  public List<String> problems() {
    List<String> problems = new ArrayList<>(unreadable);
    problems.addAll(dropped);
    return problems;
  }

  /// Reads an answer; anything may stand around it. The last JSON object that keeps the strict
  /// schema is the answer.
  ///
  /// @param asked the regressions it should be about
  public static Opinions of(String text, List<Regression> asked) {
    if (text.length() > Embedded.LONGEST_CHARACTERS) {
      return unread(
          List.of("the answer is longer than " + Embedded.LONGEST_CHARACTERS + " characters"));
    }
    List<String> problems = List.of("the answer holds no JSON object");
    for (JsonNode object : Embedded.objects(text).reversed()) {
      List<String> found = DocumentSchema.TRIAGE.strictProblems(object);
      if (found.isEmpty()) {
        return judged(object.path("regressions"), asked);
      }
      problems = found;
    }
    return unread(problems);
  }

  private static Opinions unread(List<String> problems) {
    return new Opinions(List.of(), List.of(), problems);
  }

  private static Opinions judged(JsonNode told, List<Regression> asked) {
    if (told.size() > MOST_OPINIONS) {
      return unread(List.of("/regressions: has more than " + MOST_OPINIONS + " entries"));
    }
    Map<String, Regression> open = new LinkedHashMap<>();
    asked.forEach(regression ->
        open.put(shown(regression.benchmark()) + " " + shown(regression.metric()), regression));
    List<Opinion> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (JsonNode one : told) {
      String name = text(one, "benchmark") + " " + text(one, "metric");
      Optional<Regression> meant = Optional.ofNullable(open.get(name));
      Optional<String> objection =
          meant
              .map(regression -> objection(one, regression))
              .orElse(Optional.of("is none of the regressions, or was told before"));
      if (objection.isPresent()) {
        dropped.add(Marked.of(name, NAME_CHARACTERS) + ": " + objection.get());
      } else {
        kept.add(opinion(one, meant.orElseThrow()));
        open.remove(name);
      }
    }
    return new Opinions(kept, dropped, List.of());
  }

  private static Optional<String> objection(JsonNode one, Regression regression) {
    List<String> touched = regression.functions().stream().map(Opinions::shown).toList();
    for (JsonNode function : one.path("functions")) {
      if (!touched.contains(function.stringValue(""))) {
        return Optional.of(
            "'%s' is no function that the change touches"
                .formatted(Marked.of(function.stringValue(""), NAME_CHARACTERS)));
      }
    }
    boolean figures =
        FIGURE.matcher(text(one, "cause")).find() || FIGURE.matcher(text(one, "reason")).find();
    return figures ? Optional.of("it has a figure of its own") : Optional.empty();
  }

  private static Opinion opinion(JsonNode one, Regression regression) {
    List<String> functions = new ArrayList<>();
    one.path("functions").forEach(each -> functions.add(Marked.meant(each.stringValue(""))));
    return new Opinion(
        regression,
        Kind.valueOf(text(one, "kind").toUpperCase(Locale.ROOT)),
        words(one, "cause"),
        functions,
        TradeOff.valueOf(text(one, "trade_off").toUpperCase(Locale.ROOT)),
        words(one, "reason"));
  }

  private static String words(JsonNode one, String key) {
    return Marked.meant(Marked.of(text(one, key), WORD_CHARACTERS));
  }

  private static String text(JsonNode one, String key) {
    return one.path(key).stringValue("");
  }

  /// A name as the agent was shown it.
  private static String shown(String name) {
    return Marked.of(name, Extract.NAME_CHARACTERS);
  }
}
