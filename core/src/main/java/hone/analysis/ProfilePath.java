package hone.analysis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A source path as a profiler wrote it, taken apart.
///
/// @param segments without empty ones and `.`
/// @param absolute whether it began at the root of a file system
record ProfilePath(List<String> segments, boolean absolute) {

  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]+:");
  private static final Pattern INSTALLED =
      Pattern.compile(
          "/(node_modules|site-packages|dist-packages|pkg/mod|\\.venv|\\.cargo|third_party)/"
              + "|^/usr/(lib|share|local/(lib|go))/|/lib/python[0-9.]+/|^/(lib|opt/go)/"
              + "|/(vendor|bower_components)/");
  private static final Set<String> PSEUDO = Set.of("", "native", "evalmachine.<anonymous>");

  ProfilePath {
    segments = List.copyOf(segments);
  }

  /// Takes a path apart; what can be no application file has no segments.
  static ProfilePath of(String written) {
    String path = written.strip().replace('\\', '/');
    if (path.startsWith("file://")) {
      path = decoded(path.substring("file://".length()));
    }
    path = path.replaceFirst("^[A-Za-z]:/", "/");
    if (PSEUDO.contains(path) || path.startsWith("<") || SCHEME.matcher(path).find()) {
      return new ProfilePath(List.of(), false);
    }
    if (INSTALLED.matcher("/" + path).find() || INSTALLED.matcher(path).find()) {
      return new ProfilePath(List.of(), false);
    }
    List<String> segments =
        List.of(path.split("/", -1)).stream()
            .filter(segment -> !segment.isEmpty() && !segment.equals("."))
            .toList();
    return new ProfilePath(segments, path.startsWith("/"));
  }

  boolean isEmpty() {
    return segments.isEmpty();
  }

  String name() {
    return segments.getLast();
  }

  /// How many segments at the end are equal.
  int commonSuffix(List<String> others) {
    int common = 0;
    while (common < Math.min(segments.size(), others.size())
        && segments
            .get(segments.size() - 1 - common)
            .equals(others.get(others.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private static String decoded(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }
}
