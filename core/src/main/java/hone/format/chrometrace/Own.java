package hone.format.chrometrace;

import hone.profile.ProfileBuilder;
import java.util.Deque;
import java.util.OptionalLong;

/// The time of events that none inside them has: in one sample each, or where times are asked for in
/// one for each stretch of it.
final class Own {

  private final ProfileBuilder builder;
  private final OptionalLong origin;

  /// An event that has not ended, and the time it had for itself so far.
  static final class Open {
    private final long end;
    private final int stack;
    private long from;
    private long own;

    Open(long start, long end, int stack) {
      this.end = end;
      this.stack = stack;
      this.from = start;
    }

    long end() {
      return end;
    }

    int stack() {
      return stack;
    }
  }

  /// @param origin from when times count, empty where samples get none
  Own(ProfileBuilder builder, OptionalLong origin) {
    this.builder = builder;
    this.origin = origin;
  }

  /// Gives a part of an event's time to one inside it.
  void interrupt(Open event, long from, long until) {
    if (origin.isPresent() && from > event.from) {
      sample(event, 0, from - event.from);
    } else {
      event.own += from - event.from;
    }
    event.from = until;
  }

  /// Ends the innermost event.
  void close(Deque<Open> open) {
    Open event = open.pop();
    sample(event, 1, event.own + event.end - event.from);
  }

  private void sample(Open event, long count, long nanos) {
    builder.sample(event.stack, count, nanos);
    origin.ifPresent(begin -> builder.time(event.from - begin));
  }
}
