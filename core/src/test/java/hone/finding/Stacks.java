package hone.finding;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;

/// Profiles written as text: `function@file:line > … > leaf` with a count of samples of 10 ms.
final class Stacks {

  private static final long PERIOD_NANOS = 10_000_000;

  private Stacks() {}

  /// A CPU profile of 30 s; each row is a stack, root first, then white space and a count.
  static Profile cpu(String rows) {
    return profile(rows, new ValueType("cpu", Unit.NANOSECONDS), PERIOD_NANOS, 30_000_000_000L);
  }

  static Profile cpu(String rows, long durationNanos) {
    return profile(rows, new ValueType("cpu", Unit.NANOSECONDS), PERIOD_NANOS, durationNanos);
  }

  /// An allocation profile of 30 s; the counts are KiB.
  static Profile allocations(String rows) {
    return profile(rows, new ValueType("alloc_space", Unit.BYTES), 1024, 30_000_000_000L);
  }

  /// A profile of waiting of 30 s; the counts are milliseconds.
  static Profile waiting(String rows) {
    return profile(rows, new ValueType("delay", Unit.NANOSECONDS), 1_000_000, 30_000_000_000L);
  }

  private static Profile profile(String rows, ValueType type, long factor, long durationNanos) {
    ProfileBuilder builder =
        new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT), type));
    for (String row : rows.strip().lines().toList()) {
      int space = row.strip().lastIndexOf(' ');
      long count = Long.parseLong(row.strip().substring(space + 1));
      int stack = Profile.NONE;
      for (String frame : row.strip().substring(0, space).strip().split(" > ", -1)) {
        stack = builder.stack(builder.frame(frame(frame.strip())), stack);
      }
      builder.sample(stack, count, Math.multiplyExact(count, factor));
    }
    Recording recording = Recording.of("test").lasting(durationNanos);
    return builder.build(recording, 1);
  }

  /// `function`, `function@file` or `function@file:line`.
  private static Frame frame(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return Frame.named(text);
    }
    String place = text.substring(at + 1);
    int colon = place.lastIndexOf(':');
    boolean lined = colon > 0 && place.substring(colon + 1).matches("\\d+");
    return new Frame(
        text.substring(0, at),
        lined ? place.substring(0, colon) : place,
        lined ? Integer.parseInt(place.substring(colon + 1)) : 0);
  }
}
