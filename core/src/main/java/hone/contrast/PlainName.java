package hone.contrast;

import hone.input.Metered;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The name of a function without what differs from profiler to profiler and from build to build:
/// separators of packages, numbers of lambdas and closures, type arguments, parameters, addresses.
final class PlainName {

  /// Longer names are taken as they are.
  private static final int LONGEST = 4096;

  /// Most characters that one rule may look at in a name, for each that the name has: few rules look
  /// at one three times, and a name that was made for it has a rule look at each a thousand times.
  private static final int STEPS_PER_CHARACTER = 64;

  private static final int LEAST_STEPS = 1000;

  private static final List<Rule> RULES =
      List.of(
          // Collapsed stacks have nowhere else to put the place.
          rule(" \\([^()]+:\\d+\\)$", ""),
          // V8 says how code was compiled and, to perf, where it stands; what it calls nameless has
          // three spellings.
          rule("^((LazyCompile|Function|JS): ?)?[*~^+]?(?=[\\w$(<])", ""),
          rule("(?<=[\\w$]) [^ ()]+\\.[cm]?[jt]sx?:\\d+(:\\d+)?$", ""),
          rule("^(\\(anonymous\\)|<anonymous>|anonymous|\\(no name\\))$", "(anonymous)"),
          // Linkers and compilers of C, C++ and Rust.
          rule("::h[0-9a-f]{16}$", ""),
          rule("\\{(\\{(closure|impl)\\}|(closure|impl)(_env)?#\\d+)\\}", "{$2$3}"),
          rule("(\\.(constprop|isra|part|cold|lto_priv|llvm)(\\.\\d+)*)+$", ""),
          rule("@@?[A-Z]+_[0-9.]+$|@plt$", ""),
          rule("[+]0x[0-9a-f]+$", ""),
          // Parameters, but not Go's receivers and JavaScript's (anonymous).
          rule("(?<=[\\w>\\]])\\([^()]*\\)( const|\\[*[A-Z][\\w/$;|]*)?$", ""),
          rule("/", "."),
          // Java: hidden classes, lambdas, proxies and accessors are numbered as they are made.
          rule("\\$\\$Lambda(\\$\\d+)?([.+](0x)?[0-9a-f]+)?(?=[.]|$)", "\\$\\$Lambda"),
          rule("lambda\\$([\\w$]+?)\\$\\d+", "lambda\\$$1"),
          rule("\\b(LambdaForm\\$\\w+)[.+](0x)?[0-9a-f]+", "$1"),
          rule("\\$Proxy\\d+", "\\$Proxy"),
          rule("(Generated\\w*Accessor)\\d+", "$1"),
          rule("(\\$\\$\\w*(CGLIB|ByteBuddy)\\w*?\\$\\$?)[0-9a-f]+", "$1"),
          rule("\\$anonfun\\$([\\w$]+?)(\\$\\d+)+(?=\\$adapted|[.]|$)", "\\$anonfun\\$$1"),
          // Go: closures are numbered within their function; the linker knows no dot in the last
          // part
          // of a path.
          rule("%2e", "."),
          rule("\\.(func|gowrap|deferwrap)\\d+(\\.\\d+)*", ".$1"),
          rule("-(range)\\d+|-fm$", ""));

  /// What Rust writes before type arguments, if nothing better.
  private static final Pattern TURBOFISH = Pattern.compile("::<(?!impl\\b)");

  private record Rule(Pattern pattern, String replacement) {}

  private PlainName() {}

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern), replacement);
  }

  /// The plain form of a name; one that takes a rule too long is taken as it is.
  static String of(String function) {
    if (function.length() > LONGEST) {
      return function;
    }
    String plain =
        withoutArguments(
            TURBOFISH.matcher(withoutArguments(function, '[', ']')).replaceAll("<"), '<', '>');
    try {
      for (Rule rule : RULES) {
        int most = Math.max(LEAST_STEPS, plain.length() * STEPS_PER_CHARACTER);
        plain = rule.pattern.matcher(new Metered(plain, most)).replaceAll(rule.replacement);
      }
    } catch (Metered.Exhausted | StackOverflowError endless) {
      return function;
    }
    return plain.isBlank() ? function : plain;
  }

  /// The last parts of a plain name: `Page.render` of `shop.web.Page.render` for two.
  static String last(String plain, int parts) {
    List<Integer> dots = new ArrayList<>();
    int depth = 0;
    for (int at = plain.length() - 1; at >= 0 && dots.size() < parts; at--) {
      char letter = plain.charAt(at);
      depth += letter == ')' || letter == '>' ? 1 : letter == '(' || letter == '<' ? -1 : 0;
      if (depth == 0 && (letter == '.' || letter == ':') && at + 1 < plain.length()) {
        dots.add(at);
      }
    }
    return dots.size() < parts ? plain : plain.substring(dots.getLast() + 1);
  }

  /// Takes out type arguments: brackets behind a name, with all that is in them.
  private static String withoutArguments(String name, char open, char close) {
    int begin = name.indexOf(open, 1);
    if (begin < 0) {
      return name;
    }
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < name.length(); at++) {
      char letter = name.charAt(at);
      boolean behindName = at > 0 && Character.isJavaIdentifierPart(name.charAt(at - 1));
      if (letter == open && (depth > 0 || behindName)) {
        depth++;
      } else if (letter == close && depth > 0) {
        depth--;
      } else if (depth == 0) {
        kept.append(letter);
      }
    }
    return depth == 0 ? kept.toString() : name;
  }
}
