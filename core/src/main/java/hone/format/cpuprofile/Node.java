package hone.format.cpuprofile;

import hone.format.CallFrame;
import hone.profile.Frame;
import java.util.ArrayList;
import java.util.List;

/// One node of the call tree, while it is read.
final class Node {

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
    return new CallFrame(function, url, (int) Math.max(0, line), column).at(atLine);
  }
}
