package hone.live;

/// How long a garbage collector stopped a service.
///
/// @param totalNanos   of all pauses
/// @param longestNanos of one
public record Pauses(long count, long totalNanos, long longestNanos) {

  public Pauses {
    if (count < 0 || longestNanos < 0 || totalNanos < longestNanos) {
      throw new IllegalArgumentException(
          "not pauses: " + count + ", " + totalNanos + ", " + longestNanos);
    }
  }
}
