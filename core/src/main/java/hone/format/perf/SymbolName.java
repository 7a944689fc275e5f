package hone.format.perf;

import hone.profile.Frame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that runtimes write into perf's map of compiled code, with the place they hold.
final class SymbolName {

  private static final int LONGEST = 4096;

  /// CPython 3.12 and later: `py::name:/path/file.py`.
  private static final Pattern PYTHON = Pattern.compile("py::(?<name>[^:]+):(?<file>.+)");

  /// V8 with `--perf-basic-prof`: `LazyCompile:*name /path/file.js:12:5`, the mark being the tier.
  private static final Pattern V8 =
      Pattern.compile(
          "(?:LazyCompile|JS|Function|Script|Eval):(?<tier>[*~^+'])?(?<name>[^ ]*) "
              + "(?<file>[^ ]+?):(?<line>\\d{1,9})(?::\\d{1,9})?");

  private SymbolName() {}

  static Frame frame(String symbol) {
    if (symbol.length() > LONGEST) {
      return Frame.named(symbol);
    }
    Matcher python = PYTHON.matcher(symbol);
    if (python.matches()) {
      return new Frame(python.group("name"), python.group("file"), 0);
    }
    Matcher v8 = V8.matcher(symbol);
    if (v8.matches()) {
      String name = v8.group("name").isBlank() ? "(anonymous)" : v8.group("name");
      return new Frame(name, v8.group("file"), Integer.parseInt(v8.group("line")));
    }
    return Frame.named(symbol);
  }
}
