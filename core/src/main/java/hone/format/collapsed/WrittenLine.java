package hone.format.collapsed;

import hone.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A line as it is written; what it shares with the line before stands there already.
final class WrittenLine {

  private static final int LONGEST_COUNT = 20;

  private final Profile profile;
  private final List<byte[]> names;
  private byte[] line = new byte[1 << 12];
  private int[] path = new int[64];
  private int[] written = new int[64];
  private int[] ends = new int[64];
  private int depth;

  WrittenLine(Profile profile, List<byte[]> names) {
    this.profile = profile;
    this.names = names;
  }

  void write(int stack, long value, OutputStream out) throws IOException {
    int frames = lead(stack);
    int shared = 0;
    while (shared < Math.min(frames, depth)
        && written[shared] == path[path.length - frames + shared]) {
      shared++;
    }
    int length = shared == 0 ? 0 : ends[shared - 1];
    for (int at = shared; at < frames; at++) {
      int node = path[path.length - frames + at];
      length = append(names.get(profile.stackFrame(node)), at, length);
      written[at] = node;
      ends[at] = length;
    }
    depth = frames;
    byte[] count = (" " + value + "\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(count, 0, line, length, count.length);
    out.write(line, 0, length + count.length);
  }

  /// Puts the stacks that lead to one at the end of the path, outermost first; tells how many.
  private int lead(int stack) {
    int frames = 0;
    for (int at = stack; at != Profile.NONE; at = profile.stackCaller(at)) {
      if (frames == path.length) {
        deepen();
      }
      frames++;
      path[path.length - frames] = at;
    }
    return frames;
  }

  private void deepen() {
    int before = path.length;
    int[] longer = new int[before * 2];
    System.arraycopy(path, 0, longer, before, before);
    path = longer;
    written = Arrays.copyOf(written, before * 2);
    ends = Arrays.copyOf(ends, before * 2);
  }

  private int append(byte[] name, int place, int length) {
    int needed = length + 1 + name.length + LONGEST_COUNT + 2;
    if (needed > line.length) {
      line = Arrays.copyOf(line, Math.max(needed, line.length * 2));
    }
    int from = length;
    if (place > 0) {
      line[from++] = ';';
    }
    System.arraycopy(name, 0, line, from, name.length);
    return from + name.length;
  }
}
