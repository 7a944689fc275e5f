package hone.format.bubbleprof;

import com.google.protobuf.CodedInputStream;
import hone.format.CallFrame;
import hone.profile.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One call of a stack, as V8 describes it.
///
/// @param function name, blank where it has none
/// @param type     of the receiver, or blank
/// @param file     path or URL, or where evaluated code came from
/// @param line     1-based, or 0
/// @param column   1-based, or 0
record CallSite(String function, String type, String file, int line, int column) {

  private static final int FRAMES = 2 << 3 | 2;
  private static final int FUNCTION = 1 << 3 | 2;
  private static final int TYPE = 2 << 3 | 2;
  private static final int ORIGIN = 7 << 3 | 2;
  private static final int FILE = 8 << 3 | 2;
  private static final int LINE = 9 << 3;
  private static final int COLUMN = 10 << 3;

  /// The calls of a stack, innermost first.
  static List<CallSite> all(CodedInputStream stack) throws IOException {
    List<CallSite> sites = new ArrayList<>();
    for (int tag = stack.readTag(); tag != 0; tag = stack.readTag()) {
      if (tag == FRAMES) {
        sites.add(read(CodedInputStream.newInstance(stack.readByteArray())));
      } else {
        stack.skipField(tag);
      }
    }
    return sites;
  }

  private static CallSite read(CodedInputStream call) throws IOException {
    String function = "";
    String type = "";
    String origin = "";
    String file = "";
    int line = 0;
    int column = 0;
    for (int tag = call.readTag(); tag != 0; tag = call.readTag()) {
      switch (tag) {
        case FUNCTION -> function = call.readString();
        case TYPE -> type = call.readString();
        case ORIGIN -> origin = call.readString();
        case FILE -> file = call.readString();
        case LINE -> line = Math.max(0, call.readUInt32());
        case COLUMN -> column = Math.max(0, call.readUInt32());
        default -> call.skipField(tag);
      }
    }
    return new CallSite(function, type, file.isEmpty() ? origin : file, line, column);
  }

  /// The function with its receiver's type before it, unless it has that already, at the line of
  /// the call; functions without names are told apart by where they are.
  Frame frame() {
    boolean qualified = type.isBlank() || function.isBlank() || function.contains(".");
    String name = qualified ? function : type + "." + function;
    return new CallFrame(name, file, line, column).at(line);
  }
}
