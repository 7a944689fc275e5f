package hone.profile;

/// A function on a stack, at a line of it; inlining is already expanded.
///
/// @param function name as people write it, never blank
/// @param file     source path as the profiler gave it, or empty
/// @param line     1-based line in `file`, or 0 where the profiler gave none
public record Frame(String function, String file, int line) implements Comparable<Frame> {

  public Frame {
    if (isBlank(function)) {
      throw new IllegalArgumentException("function is blank");
    }
    if (line < 0) {
      throw new IllegalArgumentException("line is negative: " + line);
    }
  }

  /// Written out, as is [#hashCode]: what the compiler makes of a record took a tenth of the time of
  /// reading a large profile, before the virtual machine has its best code.
  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && line == frame.line
        && function.equals(frame.function)
        && file.equals(frame.file);
  }

  @Override
  public int hashCode() {
    return (function.hashCode() * 31 + file.hashCode()) * 31 + line;
  }

  /// By function, file and line: names of one hash, which somebody may have chosen, are told apart in
  /// a few steps where they can be put in order.
  @Override
  public int compareTo(Frame other) {
    int order = function.compareTo(other.function);
    order = order != 0 ? order : file.compareTo(other.file);
    return order != 0 ? order : Integer.compare(line, other.line);
  }

  /// Whether a name is blank; spares most names a look at each of their characters, which for the
  /// frames of a large profile took a fifteenth of the time of reading it.
  static boolean isBlank(String name) {
    boolean printable = !name.isEmpty() && name.charAt(0) > ' ' && name.charAt(0) < 127;
    return !printable && name.isBlank();
  }

  /// A frame of which only the name is known, as in collapsed stacks.
  public static Frame named(String function) {
    return new Frame(function, "", 0);
  }

  /// The name of a function up to its parameter list; `operator()` and `(anonymous namespace)` are
  /// no such list.
  public static String withoutParameters(String function) {
    String name = function.startsWith(".") ? function.substring(1) : function;
    for (int at = name.indexOf('('); at >= 0; at = name.indexOf('(', at + 1)) {
      if (name.startsWith("(anonymous namespace)", at)) {
        continue;
      }
      if (name.startsWith("operator()", at - "operator".length())) {
        continue;
      }
      return name.substring(0, at);
    }
    return name;
  }
}
