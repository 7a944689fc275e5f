package hone.format;

import hone.profile.Frame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Code as V8's own profiler names it: `handle /srv/shop/a.js:12:7` for a function of a script, a
/// path for a library, plain text for everything else.
public final class CodeName {

  private static final Pattern PLACED = Pattern.compile("(.{0,8000}):(\\d{1,9}):(\\d{1,9})");
  private static final Pattern URL_BEGINS =
      Pattern.compile(" (?=/|[a-z+.-]{2,20}:|[A-Za-z]:[\\\\/])");

  private CodeName() {}

  /// The frame of a name.
  ///
  /// @param type `JS` and `SHARED_LIB` are taken apart, other types only name
  public static Frame frame(String type, String name) {
    return switch (type) {
      case "JS" -> script(name);
      case "SHARED_LIB" -> library(name);
      default -> Frame.named(name.isBlank() ? "(no name)" : name);
    };
  }

  /// The frame of code in a library of which only the path is known, as pprof names it.
  public static Frame library(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return Frame.named(file.isBlank() ? "<unknown>" : "[" + file + "]");
  }

  private static Frame script(String name) {
    Matcher placed = PLACED.matcher(name);
    if (!placed.matches()) {
      return Frame.named(name.isBlank() ? "(anonymous)" : name);
    }
    String before = placed.group(1);
    Matcher url = URL_BEGINS.matcher(before);
    int space = url.find() ? url.start() : before.lastIndexOf(' ');
    String function = space < 0 ? "" : before.substring(0, space);
    String script = before.substring(space + 1);
    int line = Integer.parseInt(placed.group(2));
    return new CallFrame(function, script, line, Long.parseLong(placed.group(3))).at(0);
  }
}
