package hone.contrast;

/// What was tested together.
///
/// @param rowCount   how many rows were tested
/// @param splitCount how many ways of dealing the profiles to the sides were counted
/// @param exact      whether those are all there are
public record Family(int rowCount, int splitCount, boolean exact) {

  /// Nothing was tested.
  static final Family NONE = new Family(0, 0, true);
}
