package hone.format.flamegraph;

/// One box of a picture: a frame, as wide as its samples.
///
/// @param level 0 for the root
/// @param left  where it begins, in the picture's unit
/// @param right where it ends
/// @param count its samples, those of its callees included
record Box(int level, double left, double right, String name, long count) {

  double middle() {
    return (left + right) / 2;
  }
}
