package hone.format.collapsed;

import hone.input.ByteNames;
import hone.profile.ProfileBuilder;
import hone.profile.StackCursor;
import java.util.Arrays;

/// The stacks of lines, one after the other: what the bytes of a line share with those of the line
/// before is not looked at again.
final class Path {

  private static final int BLANK = -1;

  private final ProfileBuilder builder;
  private final StackCursor cursor;
  private final ByteNames names = new ByteNames();
  private int[] frameOf = new int[256];
  private int known;
  private byte[] before = new byte[1 << 12];
  private int beforeLength;
  private int[] ends = new int[64];

  Path(ProfileBuilder builder) {
    this.builder = builder;
    cursor = builder.cursor();
  }

  /// Goes to the stack of these bytes.
  ///
  /// @param most frames on a stack
  /// @return false where it has more; it stands somewhere above then
  boolean follow(byte[] bytes, int from, int to, int most) {
    int length = to - from;
    int same = Arrays.mismatch(before, 0, beforeLength, bytes, from, to);
    int alike = same < 0 ? length : same;
    keep(bytes, from, length, alike);
    int shared = cursor.depth();
    while (shared > 0 && ends[shared - 1] >= alike) {
      shared--;
    }
    cursor.back(shared);
    int at = shared == 0 ? 0 : ends[shared - 1] + 1;
    while (at <= length) {
      int end = frameEnd(at);
      int frame = frame(at, end);
      if (frame != BLANK) {
        if (cursor.depth() == most) {
          return false;
        }
        push(frame, end);
      }
      at = end + 1;
    }
    return true;
  }

  /// The stack gone to.
  int stack() {
    return cursor.node();
  }

  private void keep(byte[] bytes, int from, int length, int alike) {
    if (length > before.length) {
      before = Arrays.copyOf(before, Math.max(length, before.length * 2));
    }
    System.arraycopy(bytes, from + alike, before, alike, length - alike);
    beforeLength = length;
  }

  private int frameEnd(int from) {
    int end = from;
    while (end < beforeLength && before[end] != ';') {
      end++;
    }
    return end;
  }

  private void push(int frame, int end) {
    if (cursor.depth() == ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[cursor.depth()] = end;
    cursor.push(frame);
  }

  private int frame(int from, int to) {
    if (from == to) {
      return BLANK;
    }
    int name = names.number(before, from, to);
    if (name == frameOf.length) {
      frameOf = Arrays.copyOf(frameOf, name * 2);
    }
    if (names.size() > known) {
      String text = names.text(name);
      frameOf[name] = text.isBlank() ? BLANK : builder.frame(CollapsedLine.frame(text));
      known = names.size();
    }
    return frameOf[name];
  }
}
