package hone.recipe;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether Go's `regexp` package compiles a pattern, told without Go.
///
/// It knows the usual part of RE2's syntax and says no to the rest: yes is certain, no is not.
final class GoPattern {

  private static final int MAX_REPEAT = 1000;
  private static final int MAX_SIZE = 50_000;
  private static final int MAX_DEPTH = 100;
  private static final Set<String> UNICODE =
      Set.of(
          "L",
          "Lu",
          "Ll",
          "Lt",
          "Lm",
          "Lo",
          "M",
          "Mn",
          "N",
          "Nd",
          "P",
          "Pd",
          "S",
          "Sc",
          "Sm",
          "Z",
          "Zs",
          "C",
          "Cc",
          "Greek",
          "Latin",
          "Cyrillic",
          "Han",
          "Hiragana",
          "Katakana",
          "Arabic",
          "Hebrew",
          "Thai");
  private static final Pattern ASCII_CLASS =
      Pattern.compile(
          "\\[:\\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word"
              + "|xdigit):]");
  private static final Pattern REPEAT =
      Pattern.compile("\\{(?<least>\\d{1,4})(?<comma>,(?<most>\\d{1,4})?)?}");
  private static final Pattern REPEAT_LIKE = Pattern.compile("\\{\\d+(,\\d*)?}");
  private static final Pattern GROUP =
      Pattern.compile("\\((?:\\?P<(?<name>\\w+)>|\\?(?<flags>[imsU]*(?:-[imsU]+)?)(?<end>[:)]))?");
  private static final Pattern HEX = Pattern.compile("x(?:[0-9A-Fa-f]{2}|\\{[0-9A-Fa-f]{1,6}})");
  private static final Pattern PROPERTY =
      Pattern.compile("[pP](?:(?<letter>[LMNPSZC])|\\{\\^?(?<name>\\w+)})");

  private final String text;
  private final Set<String> names = new HashSet<>();
  private int at;
  private int depth;

  private GoPattern(String text) {
    this.text = text;
  }

  /// Whether `regexp.MustCompile` is sure to take the pattern.
  static boolean compiles(String text) {
    try {
      GoPattern pattern = new GoPattern(text);
      int repeats = pattern.alternatives();
      return pattern.at == text.length() && (long) text.length() * repeats <= MAX_SIZE;
    } catch (Unknown unknown) {
      return false;
    }
  }

  /// The pattern is wrong, or uses what is not known here.
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super("", null, false, false);
    }
  }

  // Each of the following returns how often its part may be repeated, nested repeats multiplied.

  private int alternatives() throws Unknown {
    int most = 1;
    while (at < text.length() && text.charAt(at) != ')') {
      most = Math.max(most, text.charAt(at) == '|' ? skip() : piece());
    }
    return most;
  }

  private int skip() {
    at++;
    return 1;
  }

  private int piece() throws Unknown {
    return switch (text.charAt(at)) {
      case '(' -> group();
      case '[' -> {
        set();
        yield repeated(1);
      }
      case '\\' -> escape() ? repeated(1) : 1;
      case '^', '$' -> unrepeated();
      case '*', '+', '?' -> throw new Unknown();
      case '{' -> {
        require(!REPEAT_LIKE.matcher(text).region(at, text.length()).lookingAt());
        at++;
        yield repeated(1);
      }
      default -> {
        at += Character.charCount(text.codePointAt(at));
        yield repeated(1);
      }
    };
  }

  private int unrepeated() throws Unknown {
    at++;
    require(!isQuantifier());
    return 1;
  }

  private int group() throws Unknown {
    java.util.regex.Matcher open = GROUP.matcher(text).region(at, text.length());
    require(open.lookingAt());
    at = open.end();
    if (open.group("name") != null) {
      require(names.add(open.group("name")));
    } else if (")".equals(open.group("end"))) {
      require(!open.group("flags").isEmpty() && !isQuantifier());
      return 1;
    }
    require(!(at < text.length() && text.charAt(at) == '?'));
    depth++;
    require(depth <= MAX_DEPTH);
    int inner = alternatives();
    depth--;
    require(at < text.length() && text.charAt(at) == ')');
    at++;
    return repeated(inner);
  }

  private int repeated(int inner) throws Unknown {
    if (!isQuantifier()) {
      return inner;
    }
    int times = 1;
    java.util.regex.Matcher repeat = REPEAT.matcher(text).region(at, text.length());
    if (repeat.lookingAt()) {
      int least = Integer.parseInt(repeat.group("least"));
      String most = repeat.group("most");
      times = most == null ? least : Integer.parseInt(most);
      require(least <= times);
      at = repeat.end();
    } else {
      require(text.charAt(at) != '{');
      at++;
    }
    if (at < text.length() && text.charAt(at) == '?') {
      at++;
    }
    require(!isQuantifier() && inner * Math.max(1, times) <= MAX_REPEAT);
    return inner * Math.max(1, times);
  }

  private boolean isQuantifier() {
    return at < text.length()
        && ("*+?".indexOf(text.charAt(at)) >= 0
            || REPEAT_LIKE.matcher(text).region(at, text.length()).lookingAt());
  }

  /// Passes an escape outside of a set; says whether it stands for a character.
  private boolean escape() throws Unknown {
    require(at + 1 < text.length());
    if ("AbBz".indexOf(text.charAt(at + 1)) >= 0) {
      at += 2;
      require(!isQuantifier());
      return false;
    }
    if (!characterClass()) {
      character();
    }
    return true;
  }

  /// Passes `\d` and its like, if one is here.
  private boolean characterClass() throws Unknown {
    require(at + 1 < text.length());
    if ("dDsSwW".indexOf(text.charAt(at + 1)) >= 0) {
      at += 2;
      return true;
    }
    java.util.regex.Matcher property = PROPERTY.matcher(text).region(at + 1, text.length());
    if (!property.lookingAt()) {
      return false;
    }
    require(property.group("name") == null || UNICODE.contains(property.group("name")));
    at = property.end();
    return true;
  }

  /// Passes one character, escaped or not, and returns its code point.
  private int character() throws Unknown {
    require(at < text.length());
    if (text.charAt(at) != '\\') {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      return point;
    }
    require(at + 1 < text.length());
    char escaped = text.charAt(at + 1);
    java.util.regex.Matcher hex = HEX.matcher(text).region(at + 1, text.length());
    if (hex.lookingAt()) {
      at = hex.end();
      int point = Integer.parseInt(hex.group().replaceAll("[x{}]", ""), 16);
      require(point <= Character.MAX_CODE_POINT);
      return point;
    }
    int control = "afnrtv".indexOf(escaped);
    require(control >= 0 || (escaped < 0x80 && !Character.isLetterOrDigit(escaped)));
    at += 2;
    return control >= 0 ? "\u0007\f\n\r\t\u000B".charAt(control) : escaped;
  }

  private void set() throws Unknown {
    at++;
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
    }
    boolean first = true;
    while (first || (at < text.length() && text.charAt(at) != ']')) {
      item();
      first = false;
    }
    require(at < text.length());
    at++;
  }

  private void item() throws Unknown {
    require(at < text.length());
    if (text.startsWith("[:", at)) {
      java.util.regex.Matcher named = ASCII_CLASS.matcher(text).region(at, text.length());
      require(named.lookingAt());
      at = named.end();
      return;
    }
    if (text.charAt(at) == '\\' && characterClass()) {
      return;
    }
    int low = character();
    if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
      at++;
      require(low <= character());
    }
  }

  private static void require(boolean known) throws Unknown {
    if (!known) {
      throw new Unknown();
    }
  }
}
