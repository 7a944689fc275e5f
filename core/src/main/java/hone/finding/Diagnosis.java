package hone.finding;

import hone.analysis.Anchor;
import hone.profile.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the cause of an anchor's cost in the foreign stacks below it.
///
/// What the application called decides before what happened to run: the first frame below the
/// anchor that a boundary row knows. A later one replaces it only where it names encoding, locks or
/// input and output, and the first did not, for those are reached through general code. Where no
/// boundary is known, rows for leaves decide. Where nothing is below, the text of the line does, for
/// many runtimes show no frames for what is built in; else the line itself is the cause.
final class Diagnosis {

  /// A category with less than this part of the cost is not named alone.
  private static final double DOMINANT_SHARE = 0.4;

  /// Strongest first.
  private static final List<Category> PRECEDENCE =
      List.of(
          Category.SERIALISATION,
          Category.LOCK_CONTENTION,
          Category.IO_WAIT,
          Category.ALLOCATION,
          Category.ALGORITHMIC);

  private final RuleTable rules;
  private final Map<Frame, Optional<RuleTable.Row>> boundaries = new HashMap<>();
  private final Map<Frame, Optional<RuleTable.Row>> leaves = new HashMap<>();

  Diagnosis(RuleTable rules) {
    this.rules = rules;
  }

  private record Part(Category category, String rule, boolean visible, boolean blocking) {}

  /// What is known of the frames between an anchor and a leaf: each stack is looked at once, on top
  /// of that of its caller.
  private record Below(Optional<RuleTable.Row> boundary, Optional<RuleTable.Row> leaf) {
    private static final Below NOTHING = new Below(Optional.empty(), Optional.empty());
  }

  /// @param line text of the anchor's line
  Cause cause(Anchor anchor, String line) {
    Map<Part, Long> parts = new HashMap<>();
    Map<Category, Long> categories = new EnumMap<>(Category.class);
    if (anchor.selfValue() > 0) {
      add(parts, part(rules.line(line), Cause.SELF), anchor.selfValue());
    }
    List<Below> stacks = new ArrayList<>();
    for (Anchor.Call call : anchor.calls()) {
      Below stack = below(call.isFirst() ? Below.NOTHING : stacks.get(call.caller()), call.frame());
      stacks.add(stack);
      if (call.value() > 0) {
        add(parts, part(stack.boundary.or(stack::leaf), Cause.FOREIGN), call.value());
      }
    }
    parts.forEach((part, value) -> categories.merge(part.category(), value, Math::addExact));
    List<Map.Entry<Category, Long>> order = new ArrayList<>(categories.entrySet());
    order.sort(
        Comparator.comparingLong((Map.Entry<Category, Long> entry) -> -entry.getValue())
            .thenComparingInt(entry -> PRECEDENCE.indexOf(entry.getKey())));
    Category first = order.getFirst().getKey();
    boolean dominant = order.getFirst().getValue() >= DOMINANT_SHARE * anchor.value();
    Part part = largest(parts, first);
    return new Cause(
        first,
        dominant ? confidence(part.rule()) : Confidence.LOW,
        part.rule(),
        part.visible(),
        part.blocking(),
        dominant || order.size() < 2 ? Optional.empty() : Optional.of(order.get(1).getKey()));
  }

  private static Confidence confidence(String rule) {
    return rule.equals(Cause.FOREIGN) ? Confidence.LOW : Confidence.MEDIUM;
  }

  private static Part largest(Map<Part, Long> parts, Category category) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().category() == category)
        .min(
            Comparator.comparingLong((Map.Entry<Part, Long> part) -> -part.getValue())
                .thenComparing(part -> part.getKey().rule()))
        .orElseThrow()
        .getKey();
  }

  private static void add(Map<Part, Long> parts, Part part, long value) {
    parts.merge(part, value, Math::addExact);
  }

  private static Part part(Optional<RuleTable.Row> row, String otherwise) {
    return row.map(Diagnosis::part)
        .orElseGet(() -> new Part(Category.ALGORITHMIC, otherwise, false, false));
  }

  private static Part part(RuleTable.Row row) {
    boolean blocking = row.place() == RuleTable.Place.BLOCKING;
    boolean visible = blocking || row.place() == RuleTable.Place.VISIBLE;
    return new Part(row.category(), row.rule(), visible, blocking);
  }

  /// A stack with one frame more.
  private Below below(Below caller, Frame frame) {
    if (caller.boundary.isPresent() && isStrong(caller.boundary.get())) {
      return caller;
    }
    Optional<RuleTable.Row> row = boundaries.computeIfAbsent(frame, rules::boundary);
    if (row.isPresent() && (caller.boundary.isEmpty() || isStrong(row.get()))) {
      return new Below(row, caller.leaf);
    }
    return caller.boundary.isPresent()
        ? caller
        : new Below(caller.boundary, stronger(caller.leaf, frame));
  }

  private static boolean isStrong(RuleTable.Row row) {
    return PRECEDENCE.indexOf(row.category()) < PRECEDENCE.indexOf(Category.ALLOCATION);
  }

  /// Of equals the one nearer the anchor.
  private Optional<RuleTable.Row> stronger(Optional<RuleTable.Row> known, Frame frame) {
    return Stream.concat(known.stream(), leaves.computeIfAbsent(frame, rules::leaf).stream())
        .min(Comparator.comparingInt(row -> PRECEDENCE.indexOf(row.category())));
  }
}
