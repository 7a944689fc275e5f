package hone.notice;

import hone.gate.EffectText;
import hone.gate.GateResult;
import hone.input.FormatException;
import hone.unit.Quantity;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Reads the document of a gate as data: what is not there is empty, what is too long is cut, and
/// nothing of it is believed but as something to show.
public final class NoticeReader {

  private static final int LONGEST = 400;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_FUNCTIONS = 10;
  private static final int MOST_PLACES = 20;

  private final String input;
  private final JsonNode document;

  private NoticeReader(String input, JsonNode document) {
    this.input = input;
    this.document = document;
  }

  /// What a document says.
  ///
  /// @param input name of the document
  /// @throws FormatException if it names no position of a gate, or one of its lists is none
  public static Notice read(String input, JsonNode document) throws FormatException {
    return new NoticeReader(input, document).notice();
  }

  private Notice notice() throws FormatException {
    return new Notice(
        state(),
        text(document, "service", LONGEST_NAME),
        text(document, "settings", LONGEST),
        text(document, "base", LONGEST_NAME),
        text(document, "head", LONGEST_NAME),
        list("reasons", reason -> cut(reason.asString(""), LONGEST)),
        list("benchmarks", NoticeReader::row),
        list("blocking_regressions", NoticeReader::regression),
        optional("accepted", NoticeReader::accepted),
        optional("acceptances_refused", refused -> cut(refused.asString(""), LONGEST)),
        optional("budgets", NoticeReader::budget));
  }

  private GateResult.State state() throws FormatException {
    String found = document.path("gate").asString("");
    for (GateResult.State state : GateResult.State.values()) {
      if (state.toString().equals(found)) {
        return state;
      }
    }
    throw new FormatException(input, "its position is none of a gate");
  }

  private <T> List<T> list(String name, Function<JsonNode, T> reading) throws FormatException {
    if (!document.path(name).isArray()) {
      throw new FormatException(input, "has no list '" + name + "'");
    }
    return entries(document.path(name), reading);
  }

  /// A list that documents of earlier versions do not have.
  private <T> List<T> optional(String name, Function<JsonNode, T> reading) throws FormatException {
    return document.has(name) ? list(name, reading) : List.of();
  }

  private static <T> List<T> entries(JsonNode list, Function<JsonNode, T> reading) {
    return StreamSupport.stream(list.spliterator(), false).map(reading).toList();
  }

  private static Row row(JsonNode node) {
    return new Row(
        name(node, "benchmark"),
        name(node, "metric"),
        text(node, "verdict", LONGEST_NAME),
        number(node.path("effect")),
        number(node.path("interval").path(0)),
        number(node.path("interval").path(1)),
        number(node.path("p")),
        text(node, "reason", LONGEST));
  }

  private static Regression regression(JsonNode node) {
    List<Place> places = new ArrayList<>();
    for (JsonNode each : node.path("lines")) {
      Place.of(each.asString("")).ifPresent(places::add);
    }
    return new Regression(
        row(node),
        text(node, "cause", LONGEST),
        entries(node.path("slower"), NoticeReader::slower).stream().limit(MOST_FUNCTIONS).toList(),
        places.stream().limit(MOST_PLACES).toList(),
        advice(node.path("advice")));
  }

  private static Regression.Slower slower(JsonNode node) {
    List<String> parts = new ArrayList<>();
    number(node.path("flat_change"))
        .ifPresent(nanos -> parts.add(change(nanos) + " an operation itself"));
    number(node.path("cum_change"))
        .ifPresent(nanos -> parts.add(change(nanos) + " with what it calls"));
    OptionalDouble old = number(node.path("old_share"));
    OptionalDouble now = number(node.path("new_share"));
    if (old.isPresent() && now.isPresent()) {
      parts.add(
          EffectText.share(old.getAsDouble())
              + " → "
              + EffectText.share(now.getAsDouble())
              + " of the profile");
    }
    return new Regression.Slower(text(node, "function", LONGEST_NAME), String.join(", ", parts));
  }

  /// `+1.2 µs`.
  private static String change(double nanos) {
    return (nanos > 0 ? "+" : "") + new Quantity(nanos, Unit.NANOSECONDS);
  }

  private static Optional<String> advice(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            "%s: %s: %s %s"
                .formatted(
                    text(node, "author", LONGEST_NAME),
                    text(node, "kind", LONGEST_NAME),
                    text(node, "cause", LONGEST),
                    text(node, "reason", LONGEST)))
        : Optional.empty();
  }

  private static Accepted accepted(JsonNode node) {
    return new Accepted(
        name(node, "benchmark"),
        name(node, "metric"),
        text(node, "verdict", LONGEST_NAME),
        number(node.path("effect")),
        number(node.path("up_to")),
        text(node, "reason", LONGEST),
        text(node, "owner", LONGEST_NAME),
        text(node, "expires", LONGEST_NAME),
        text(node, "at", LONGEST));
  }

  private static Budget budget(JsonNode node) {
    return new Budget(
        text(node, "name", LONGEST_NAME),
        text(node, "verdict", LONGEST_NAME),
        text(node, "reason", LONGEST));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? OptionalDouble.of(node.doubleValue())
        : OptionalDouble.empty();
  }

  private static String text(JsonNode node, String key, int limit) {
    return cut(node.path(key).asString(""), limit);
  }

  /// A name tells a row from all others: what is cut off a long one is still in a fingerprint.
  private static String name(JsonNode node, String key) {
    String name = node.path(key).asString("");
    String shown = cut(name, LONGEST_NAME);
    return shown.equals(name) ? name : shown + Fingerprint.of(name).substring(0, 16);
  }

  /// Without cutting through a pair of surrogates.
  private static String cut(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
  }
}
