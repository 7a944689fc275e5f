package hone.format.chrometrace;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The events of a trace that last, thread by thread: those that have their duration with them, and
/// those that are a beginning and an end.
final class Durations {

  private static final Pattern PLACED =
      Pattern.compile("(.{1,2000}) \\(([^()]{1,4000}):(\\d{1,9})\\)");

  /// A stretch of time on one thread.
  private record Span(long start, long end, Frame frame) {}

  /// A beginning or an end; a file may have them out of order.
  private record Mark(long time, boolean begins, Event event) {}

  /// A beginning that has found no end yet, and how many there were before it.
  private record Begun(Mark mark, int number) {}

  private final String input;
  private final Limits limits;
  private final Map<String, List<Span>> spans = new LinkedHashMap<>();
  private final Map<String, List<Mark>> marks = new LinkedHashMap<>();
  private final Map<Frame, Frame> frames = new HashMap<>();
  private long count;
  private long endsWithoutBeginning;
  private long beginningsWithoutEnd;
  private long cut;

  Durations(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  /// Takes an event, where it is one that lasts.
  boolean add(Event event) throws FormatException {
    switch (event.phase()) {
      case "X" ->
          spans
              .computeIfAbsent(event.lane(), _ -> new ArrayList<>())
              .add(new Span(event.startNanos(), event.endNanos(), frame(event)));
      case "B", "E" ->
          marks
              .computeIfAbsent(event.lane(), _ -> new ArrayList<>())
              .add(new Mark(event.startNanos(), event.phase().equals("B"), event));
      default -> {
        return false;
      }
    }
    limits.checkCount(input, "events", ++count);
    return true;
  }

  boolean isEmpty() {
    return count == 0;
  }

  long count() {
    return count;
  }

  /// Events that end what never began.
  long endsWithoutBeginning() {
    return endsWithoutBeginning;
  }

  /// Adds every event as a sample: one event, and the time that none inside it has.
  ///
  /// @param timed whether samples get their times: an event then has a sample for each stretch of
  ///              its own time, of which the last counts it
  void addTo(ProfileBuilder builder, boolean timed) throws FormatException {
    for (Map.Entry<String, List<Mark>> thread : marks.entrySet()) {
      pair(thread.getKey(), thread.getValue());
    }
    Own own = new Own(builder, timed ? OptionalLong.of(startNanos()) : OptionalLong.empty());
    for (List<Span> thread : spans.values()) {
      nest(thread, builder, own);
    }
  }

  /// What a reader of the numbers should know.
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (beginningsWithoutEnd > 0) {
      warnings.add(beginningsWithoutEnd + " events have no end: they end with their thread");
    }
    if (cut > 0) {
      warnings.add(cut + " events last longer than what holds them and are cut there");
    }
    return warnings;
  }

  private Frame frame(Event event) {
    String name = event.name().isBlank() ? "(no name)" : event.name();
    Matcher placed = PLACED.matcher(name);
    Frame frame =
        placed.matches() && !placed.group(1).isBlank()
            ? new Frame(placed.group(1), placed.group(2), Integer.parseInt(placed.group(3)))
            : new Frame(name, event.url(), event.line());
    return frames.computeIfAbsent(frame, same -> same);
  }

  /// Turns beginnings and ends into spans. An end belongs to the innermost beginning of its name.
  ///
  /// They come in the order of their beginnings: of two that begin and end together, the one that
  /// began first holds the other.
  private void pair(String lane, List<Mark> thread) throws FormatException {
    List<Span> paired = spans.computeIfAbsent(lane, _ -> new ArrayList<>());
    thread.sort(Comparator.comparingLong(Mark::time));
    List<Begun> open = new ArrayList<>();
    SortedMap<Integer, Span> ordered = new TreeMap<>();
    int number = 0;
    Map<String, Integer> openNames = new HashMap<>();
    for (Mark mark : thread) {
      if (mark.begins) {
        open.add(new Begun(mark, number++));
        openNames.merge(mark.event.name(), 1, Integer::sum);
        requireDepth(open.size());
        continue;
      }
      String name = mark.event.name();
      boolean unknown = !name.isEmpty() && openNames.getOrDefault(name, 0) == 0;
      if (open.isEmpty() || unknown) {
        endsWithoutBeginning++;
        continue;
      }
      int at = open.size() - 1;
      while (!name.isEmpty() && !open.get(at).mark.event.name().equals(name)) {
        at--;
      }
      Begun begun = open.remove(at);
      openNames.merge(begun.mark.event.name(), -1, Integer::sum);
      ordered.put(begun.number, span(begun.mark, mark.time));
    }
    long last = paired.stream().mapToLong(Span::end).max().orElse(Long.MIN_VALUE);
    last = Math.max(last, thread.getLast().time);
    for (Begun begun : open) {
      beginningsWithoutEnd++;
      ordered.put(begun.number, span(begun.mark, last));
    }
    paired.addAll(ordered.values());
  }

  private Span span(Mark begun, long end) {
    return new Span(begun.time, end, frame(begun.event));
  }

  private void requireDepth(int depth) throws FormatException {
    if (depth > limits.depth()) {
      throw new FormatException(input, "more than " + limits.depth() + " frames on one stack");
    }
  }

  private long startNanos() {
    return spans.values().stream().flatMap(List::stream).mapToLong(Span::start).min().orElse(0);
  }

  private void nest(List<Span> thread, ProfileBuilder builder, Own own) throws FormatException {
    thread.sort(
        Comparator.comparingLong(Span::start)
            .thenComparing(Comparator.comparingLong(Span::end).reversed()));
    Deque<Own.Open> open = new ArrayDeque<>();
    for (Span span : thread) {
      while (!open.isEmpty() && open.element().end() <= span.start) {
        own.close(open);
      }
      long end = span.end;
      if (!open.isEmpty()) {
        if (end > open.element().end()) {
          cut++;
          end = open.element().end();
        }
        own.interrupt(open.element(), span.start, end);
      }
      int caller = open.isEmpty() ? Profile.NONE : open.element().stack();
      requireDepth(open.size() + 1);
      int stack = builder.stack(builder.frame(span.frame), caller);
      limits.checkCount(input, "stacks", builder.stackCount());
      open.push(new Own.Open(span.start, end, stack));
    }
    while (!open.isEmpty()) {
      own.close(open);
    }
  }
}
