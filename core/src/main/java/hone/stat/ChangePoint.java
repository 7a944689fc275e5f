package hone.stat;

/// A place where a series shifts to another level and stays there.
///
/// @param at        index of the first number on the new level
/// @param earliest  where the new level may have begun: lower end of a 95 % range of `at`
/// @param latest    upper end of that range
/// @param shift     how far the numbers from here to the next change lie above those before, from the
///                  change before: Hodges and Lehmann's estimate with its 95 % interval
/// @param p         of the split, by resampling
/// @param adjustedP `p` corrected by Holm for all splits found in the series
public record ChangePoint(
    int at, int earliest, int latest, Shift shift, double p, double adjustedP) {

  public ChangePoint {
    if (earliest > at || latest < at) {
      throw new IllegalArgumentException(
          "change at " + at + " is not within " + earliest + " to " + latest);
    }
  }
}
