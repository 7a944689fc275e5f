package hone.analysis;

import hone.profile.Frame;
import java.util.List;

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
/// @param callPath    the commonest way to it, root first; foreign frames in between are left out
/// @param chains      the foreign stacks below it
public record Anchor(
    String function,
    String file,
    int line,
    long value,
    long selfValue,
    long sampleCount,
    List<Frame> callPath,
    List<Chain> chains) {

  public Anchor {
    callPath = List.copyOf(callPath);
    chains = List.copyOf(chains);
  }

  /// Foreign frames between an anchor and a leaf.
  ///
  /// @param frames nearest the anchor first; empty where the anchor is the leaf
  /// @param value  in the unit of the value type
  public record Chain(List<Frame> frames, long value) {
    public Chain {
      frames = List.copyOf(frames);
    }
  }
}
