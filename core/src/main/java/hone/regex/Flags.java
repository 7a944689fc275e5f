package hone.regex;

/// What holds from a place on: whether case matters, whether `^` and `$` are of each line, and
/// whether `.` is a line's end, too.
record Flags(boolean anyCase, boolean lines, boolean dotAll) {

  static final Flags NONE = new Flags(false, false, false);
}
