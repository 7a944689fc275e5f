package hone.format.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The line that begins a sample: `comm pid/tid [cpu] time: period event: rest`, of which `-F` may
/// leave out any.
///
/// @param program   name of the process or thread, or empty
/// @param timeNanos when the sample was taken, by a clock that starts anywhere
/// @param period    how much of the event the sample stands for
/// @param event     name of the event with its modifiers, or empty
/// @param rest      what follows the event, such as the one frame of a sample without a stack
record SampleHead(
    String program, OptionalLong timeNanos, OptionalLong period, String event, String rest) {

  private static final int MOST_WORDS = 40;
  private static final int LONGEST_NUMBER = 18;
  private static final int NANOSECOND_DIGITS = 9;

  /// The kernel keeps 15 letters.
  private static final int LONGEST_PROGRAM = 15;

  /// Reads a line that names a time or an event at least.
  static Optional<SampleHead> of(String line) {
    List<Word> words = words(line);
    for (int at = 0; at < words.size(); at++) {
      if (isIdentity(line, words.get(at))) {
        Optional<SampleHead> head = tail(line, words, at + 1, program(line, words, at));
        if (head.isPresent()) {
          return head;
        }
      }
    }
    Optional<SampleHead> head = tail(line, words, 0, "");
    return head.isPresent() ? head : named(line, words);
  }

  /// A program and an event, and nothing else.
  private static Optional<SampleHead> named(String line, List<Word> words) {
    boolean fits = words.size() > 1 && isEvent(line, words.getLast());
    String program = fits ? program(line, words, words.size() - 1) : "";
    if (program.isEmpty() || program.length() > LONGEST_PROGRAM) {
      return Optional.empty();
    }
    Word event = words.getLast();
    return Optional.of(
        new SampleHead(
            program,
            OptionalLong.empty(),
            OptionalLong.empty(),
            line.substring(event.from, event.to - 1),
            ""));
  }

  /// What follows the process, where it is what can follow one.
  private static Optional<SampleHead> tail(
      String line, List<Word> words, int from, String program) {
    int at = from;
    if (at < words.size() && isCpu(line, words.get(at))) {
      at++;
    }
    OptionalLong time = at < words.size() ? time(line, words.get(at)) : OptionalLong.empty();
    if (time.isEmpty() && at + 1 < words.size()) {
      // Interrupt flags, as `-F flags` and tracepoints with latency have them.
      time = time(line, words.get(at + 1));
      at += time.isPresent() ? 1 : 0;
    }
    at += time.isPresent() ? 1 : 0;
    OptionalLong period = OptionalLong.empty();
    if (at + 1 < words.size()
        && isNumber(line, words.get(at))
        && isEvent(line, words.get(at + 1))) {
      period = OptionalLong.of(Long.parseLong(words.get(at).in(line)));
      at++;
    }
    boolean named = at < words.size() && isEvent(line, words.get(at));
    if (time.isEmpty() && !named) {
      return Optional.empty();
    }
    String event = named ? line.substring(words.get(at).from, words.get(at).to - 1) : "";
    int restFrom = named ? words.get(at).to : at == 0 ? 0 : words.get(at - 1).to;
    return Optional.of(
        new SampleHead(program, time, period, event, line.substring(restFrom).strip()));
  }

  private static String program(String line, List<Word> words, int identity) {
    return identity == 0 ? "" : line.substring(words.getFirst().from, words.get(identity - 1).to);
  }

  /// `pid`, `pid/tid`, or -1 for a thread that has ended.
  private static boolean isIdentity(String line, Word word) {
    for (int at = word.from; at < word.to; at++) {
      char letter = line.charAt(at);
      boolean inside = letter == '/' && at > word.from && at < word.to - 1;
      boolean sign = letter == '-' && at < word.to - 1;
      if (!isDigit(letter) && !inside && !sign) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCpu(String line, Word word) {
    return line.charAt(word.from) == '['
        && line.charAt(word.to - 1) == ']'
        && isNumber(line, new Word(word.from + 1, word.to - 1));
  }

  /// `seconds.fraction:` in nanoseconds.
  private static OptionalLong time(String line, Word word) {
    int point = line.indexOf('.', word.from);
    int colon = word.to - 1;
    if (point < 0 || point >= colon || line.charAt(colon) != ':') {
      return OptionalLong.empty();
    }
    int digits = colon - point - 1;
    if (!isNumber(line, new Word(word.from, point))
        || !isNumber(line, new Word(point + 1, colon))
        || point - word.from > NANOSECOND_DIGITS
        || digits > NANOSECOND_DIGITS) {
      return OptionalLong.empty();
    }
    long fraction = Long.parseLong(line, point + 1, colon, 10);
    for (int digit = digits; digit < NANOSECOND_DIGITS; digit++) {
      fraction *= 10;
    }
    return OptionalLong.of(Long.parseLong(line, word.from, point, 10) * 1_000_000_000L + fraction);
  }

  private static boolean isEvent(String line, Word word) {
    return word.to - word.from > 1
        && line.charAt(word.to - 1) == ':'
        && !isDigit(line.charAt(word.from));
  }

  private static boolean isNumber(String line, Word word) {
    int length = word.to - word.from;
    if (length < 1 || length > LONGEST_NUMBER) {
      return false;
    }
    for (int at = word.from; at < word.to; at++) {
      if (!isDigit(line.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static List<Word> words(String line) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < line.length() && words.size() < MOST_WORDS) {
      while (at < line.length() && line.charAt(at) <= ' ') {
        at++;
      }
      int from = at;
      while (at < line.length() && line.charAt(at) > ' ') {
        at++;
      }
      if (at > from) {
        words.add(new Word(from, at));
      }
    }
    return words;
  }

  /// A piece of a line without blanks.
  private record Word(int from, int to) {

    String in(String line) {
      return line.substring(from, to);
    }
  }
}
