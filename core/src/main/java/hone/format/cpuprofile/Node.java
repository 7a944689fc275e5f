package hone.format.cpuprofile;

import hone.profile.Frame;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One node of the call tree, while it is read.
final class Node {

  private static final String FILE_SCHEME = "file://";

  /// How often a line of the node's function was met.
  record Ticks(int line, long count) {}

  long id;
  int caller = -1;
  String function = "";
  String url = "";
  long line;
  long column;
  long hits;
  final List<Long> callees = new ArrayList<>();
  final List<Ticks> ticks = new ArrayList<>();

  /// The function at a line of it; at line 0, where the function begins.
  ///
  /// Functions without a name are told apart by where they begin.
  Frame frame(int atLine) {
    String file = path(url);
    int begins = (int) Math.max(0, line);
    String place = file.substring(file.lastIndexOf('/') + 1);
    String anonymous =
        place.isBlank() ? "(anonymous)" : "(anonymous %s:%d:%d)".formatted(place, begins, column);
    return new Frame(function.isBlank() ? anonymous : function, file, atLine > 0 ? atLine : begins);
  }

  private static String path(String url) {
    if (!url.startsWith(FILE_SCHEME)) {
      return url;
    }
    String path = url.substring(FILE_SCHEME.length());
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return path;
    }
  }
}
