package hone.analysis;

import hone.profile.Frame;
import java.util.List;
import java.util.function.Supplier;

/// A line of the application and the cost it caused: its own, and that of foreign code it called.
///
/// Every sample is charged to one anchor at most, the application frame nearest its leaf; recursion
/// therefore counts once.
///
/// @param function    as the profiler names it
/// @param file        tracked path relative to the repository's root
/// @param line        1-based, or 0 where the profiler gave none
/// @param value       in the unit of the value type
/// @param selfValue   part of `value` where the line itself was running
/// @param sampleCount samples charged to it
/// @param way         gives [#callPath], which is made only where it is asked for: on a deep stack
///                    of application code every frame is an anchor with a way of its own
/// @param calls       the foreign code below it, callers before callees
public record Anchor(
    String function,
    String file,
    int line,
    long value,
    long selfValue,
    long sampleCount,
    Supplier<List<Frame>> way,
    List<Call> calls) {

  public Anchor {
    calls = List.copyOf(calls);
  }

  /// A foreign call on a stack below an anchor; what stacks have in common is there once.
  ///
  /// @param caller place of its caller among the anchor's calls; -1 where that is the anchor
  /// @param value  of the stacks that end here, in the unit of the value type
  public record Call(int caller, Frame frame, long value) {

    /// Whether the anchor itself calls it.
    public boolean isFirst() {
      return caller < 0;
    }
  }

  /// The commonest way to it, root first; foreign frames in between are left out.
  public List<Frame> callPath() {
    return way.get();
  }
}
