package hone.format.jfr;

import hone.unit.BaseUnit;
import hone.unit.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the events of one chunk were recorded, as the recorder itself notes it.
final class Settings {

  private static final Pattern TIME = Pattern.compile("(?<number>\\d{1,15}) ?(?<unit>[a-zµ]*)");

  /// What async-profiler takes where it is asked for an interval of 0, or for none.
  private static final long ASYNC_PROFILER_PERIOD_NANOS = 10_000_000;

  private static final Set<String> CPU_CLOCKS = Set.of("", "cpu", "itimer", "ctimer");

  private final Map<String, Long> periods = new HashMap<>();
  private String clock = "";
  private boolean empty = true;

  /// Whether nothing is noted; async-profiler does so in its first chunk alone.
  boolean isEmpty() {
    return empty;
  }

  /// Takes one setting.
  ///
  /// @param event type of the events it is of, or "" where that is not known
  void add(String event, String name, String value) {
    empty = false;
    switch (name) {
      case "period" -> period(event, value);
      case "interval" -> period(Kind.EXECUTION.event(), value);
      case "wall" -> period(Kind.WALL_CLOCK.event(), value);
      case "event" -> clock = value;
      default -> {}
    }
  }

  /// async-profiler writes its interval as a plain number of nanoseconds.
  private void period(String event, String value) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      return;
    }
    BaseUnit unit = BaseUnit.of(time.group("unit").isEmpty() ? "ns" : time.group("unit"));
    long number = Long.parseLong(time.group("number"));
    boolean fits = number > 0 && number < Long.MAX_VALUE / unit.factor();
    if (fits && unit.unit().equals(Unit.NANOSECONDS)) {
      periods.put(event, number * unit.factor());
    }
  }

  /// Time between two samples of one kind in nanoseconds, or 0 where nobody says.
  long periodNanos(Kind kind) {
    long own = periods.getOrDefault(kind.event(), 0L);
    if (own == 0 && kind == Kind.EXECUTION && !clock.isEmpty()) {
      return ASYNC_PROFILER_PERIOD_NANOS;
    }
    boolean wall = kind == Kind.WALL_CLOCK && own == 0;
    return wall ? periods.getOrDefault(Kind.EXECUTION.event(), 0L) : own;
  }

  /// Whether async-profiler looked at all threads, those that wait as well.
  boolean isWallClock() {
    return clock.equals("wall");
  }

  /// Whether samples of execution were taken by time, and not by something else that was counted.
  boolean samplesTime() {
    return isWallClock() || CPU_CLOCKS.contains(clock);
  }

  /// What async-profiler sampled by; "" for the JDK's own recorder.
  String clock() {
    return clock;
  }
}
