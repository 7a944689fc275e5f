import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Writes one made-up call tree in the formats whose speed is measured, and the table it must give.
///
///     java LargeProfile.java FOLDER STACKS
///
/// Every stack is one sample: `tree.pb.gz`, `tree.collapsed`, `tree.cpuprofile`,
/// `tree.speedscope.json`, `tree.perf.txt`, and `tree.tsv` with a line `function, flat, cum` of the
/// samples for each function. All formats have the same frames, none inlined, and each sample counts
/// once, so that they all give this table.
public final class LargeProfile {

  private static final int DEEPEST = 60;
  private static final int SHALLOW = 12;
  private static final String[] PACKAGES = {
    "net/http", "runtime", "encoding/json", "shop/orders/internal/store", "shop/orders/cmd/server"
  };

  private final int stacks;
  private final String[] functions;
  private final int[] callerOf;
  private final int[] functionOf;
  private final int[] path = new int[DEEPEST + 1];

  private LargeProfile(int stacks) {
    this.stacks = stacks;
    functions = new String[Math.max(10, stacks / 15)];
    callerOf = new int[stacks];
    functionOf = new int[stacks];
    for (int function = 0; function < functions.length; function++) {
      functions[function] =
          PACKAGES[function % PACKAGES.length] + ".(*T" + function % 977 + ").method" + function;
    }
    grow(new SplittableRandom(42));
  }

  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    LargeProfile tree = new LargeProfile(Integer.parseInt(words[1]));
    tree.write(folder.resolve("tree.pb.gz"), tree::pprof);
    tree.write(folder.resolve("tree.collapsed"), tree::collapsed);
    tree.write(folder.resolve("tree.cpuprofile"), tree::cpuprofile);
    tree.write(folder.resolve("tree.speedscope.json"), tree::speedscope);
    tree.write(folder.resolve("tree.perf.txt"), tree::perf);
    tree.write(folder.resolve("tree.tsv"), tree::table);
  }

  private void grow(SplittableRandom random) {
    int[] depth = new int[stacks];
    for (int stack = 0; stack < stacks; stack++) {
      int caller = stack == 0 ? -1 : random.nextInt(4) > 0 ? stack - 1 : random.nextInt(stack);
      while (caller >= 0 && depth[caller] >= DEEPEST) {
        caller = random.nextInt(stack);
      }
      callerOf[stack] = caller;
      depth[stack] = caller < 0 ? 1 : depth[caller] + 1;
      // What is near the root is called by everything, so it recurs.
      functionOf[stack] =
          depth[stack] < SHALLOW
              ? random.nextInt(50) % functions.length
              : random.nextInt(functions.length);
    }
  }

  private interface Body {
    void write(Text out) throws IOException;
  }

  private void write(Path file, Body body) throws IOException {
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        OutputStream out =
            file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain) {
      body.write(new Text(out));
    }
  }

  /// How many frames a stack has; `path` holds them, leaf first.
  private int path(int stack) {
    int frames = 0;
    for (int at = stack; at >= 0; at = callerOf[at]) {
      path[frames++] = functionOf[at];
    }
    return frames;
  }

  private void collapsed(Text out) throws IOException {
    for (int stack = 0; stack < stacks; stack++) {
      for (int at = path(stack) - 1; at >= 0; at--) {
        out.add(functions[path[at]]).add(at > 0 ? ";" : " 1\n");
      }
    }
  }

  private void perf(Text out) throws IOException {
    for (int stack = 0; stack < stacks; stack++) {
      out.add("orders 1000 [000] ")
          .add(String.format(Locale.ROOT, "%d.%06d", 1000 + stack / 1000, stack % 1000 * 1000))
          .add(": 1 cycles:u: \n");
      int frames = path(stack);
      for (int at = 0; at < frames; at++) {
        out.add("\t    ").add(Long.toHexString(0x400000 + 64L * path[at])).add(" ");
        out.add(functions[path[at]]).add("+0x10 (/usr/bin/orders)\n");
      }
      out.add("\n");
    }
  }

  private void speedscope(Text out) throws IOException {
    out.add("{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",");
    out.add("\"shared\":{\"frames\":[");
    for (int function = 0; function < functions.length; function++) {
      out.add(function > 0 ? "," : "").add("{\"name\":\"").add(functions[function]).add("\"}");
    }
    out.add("]},\"profiles\":[{\"type\":\"sampled\",\"name\":\"tree\",\"unit\":\"none\",");
    out.add("\"startValue\":0,\"endValue\":").add(Integer.toString(stacks)).add(",\"samples\":[");
    for (int stack = 0; stack < stacks; stack++) {
      out.add(stack > 0 ? ",[" : "[");
      for (int at = path(stack) - 1; at >= 0; at--) {
        out.add(Integer.toString(path[at])).add(at > 0 ? "," : "]");
      }
    }
    out.add("],\"weights\":[");
    for (int stack = 0; stack < stacks; stack++) {
      out.add(stack > 0 ? ",1" : "1");
    }
    out.add("]}]}");
  }

  private void cpuprofile(Text out) throws IOException {
    List<StringBuilder> callees = new ArrayList<>();
    for (int stack = 0; stack < stacks; stack++) {
      callees.add(new StringBuilder());
      if (stack > 0) {
        StringBuilder list = callees.get(callerOf[stack]);
        list.append(list.isEmpty() ? "" : ",").append(stack + 2);
      }
    }
    out.add("{\"nodes\":[");
    node(out, 1, "(root)", "2");
    for (int stack = 0; stack < stacks; stack++) {
      out.add(",");
      node(out, stack + 2, functions[functionOf[stack]], callees.get(stack).toString());
    }
    out.add("],\"startTime\":0,\"endTime\":").add(Long.toString(1000L * stacks));
    out.add(",\"samples\":[");
    for (int stack = 0; stack < stacks; stack++) {
      out.add(stack > 0 ? "," : "").add(Integer.toString(stack + 2));
    }
    out.add("],\"timeDeltas\":[");
    for (int stack = 0; stack < stacks; stack++) {
      out.add(stack > 0 ? ",1000" : "1000");
    }
    out.add("]}");
  }

  private static void node(Text out, int id, String function, String callees) throws IOException {
    out.add("{\"id\":").add(Integer.toString(id)).add(",\"callFrame\":{\"functionName\":\"");
    out.add(function).add("\",\"scriptId\":\"1\",\"url\":\"file:///srv/orders/server.js\",");
    out.add("\"lineNumber\":7,\"columnNumber\":4},\"hitCount\":1,\"children\":[");
    out.add(callees).add("]}");
  }

  private void table(Text out) throws IOException {
    long[] flat = new long[functions.length];
    long[] cum = new long[functions.length];
    int[] countedFor = new int[functions.length];
    Arrays.fill(countedFor, -1);
    for (int stack = 0; stack < stacks; stack++) {
      flat[functionOf[stack]]++;
      for (int at = stack; at >= 0; at = callerOf[at]) {
        if (countedFor[functionOf[at]] != stack) {
          countedFor[functionOf[at]] = stack;
          cum[functionOf[at]]++;
        }
      }
    }
    for (int function = 0; function < functions.length; function++) {
      if (cum[function] > 0) {
        out.add(functions[function] + "\t" + flat[function] + "\t" + cum[function] + "\n");
      }
    }
  }

  private void pprof(Text out) throws IOException {
    Message message = new Message();
    out.field(1, message.number(1, 1).number(2, 2));
    Message numbers = new Message();
    for (int stack = 0; stack < stacks; stack++) {
      int frames = path(stack);
      for (int at = 0; at < frames; at++) {
        numbers.varint(path[at] + 1L);
      }
      out.field(2, message.text(1, numbers).text(2, numbers.varint(1)));
    }
    for (int function = 0; function < functions.length; function++) {
      Message line = new Message().number(1, function + 1L).number(2, 7);
      out.field(
          4, message.number(1, function + 1L).number(3, 0x400000 + 64L * function).text(4, line));
      out.field(5, message.number(1, function + 1L).number(2, function + 3L));
    }
    for (String text : List.of("", "samples", "count")) {
      out.field(6, message.bytes(text));
    }
    for (String function : functions) {
      out.field(6, message.bytes(function));
    }
  }

  /// What is written, as UTF-8.
  private static final class Text {

    private final OutputStream out;

    Text(OutputStream out) {
      this.out = out;
    }

    Text add(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /// Writes a message as a field of the document, and empties it.
    void field(int number, Message message) throws IOException {
      Message head = new Message().varint(number << 3 | 2).varint(message.length);
      out.write(head.bytes, 0, head.length);
      out.write(message.bytes, 0, message.length);
      message.length = 0;
    }
  }

  /// A message of protocol buffers.
  private static final class Message {

    private byte[] bytes = new byte[512];
    private int length;

    Message varint(long value) {
      if (length + 10 > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      long left = value;
      while ((left & ~0x7fL) != 0) {
        bytes[length++] = (byte) (left | 0x80);
        left >>>= 7;
      }
      bytes[length++] = (byte) left;
      return this;
    }

    Message number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    /// Adds a message as a field, and empties it.
    Message text(int field, Message nested) {
      varint(field << 3 | 2).varint(nested.length);
      add(nested.bytes, nested.length);
      nested.length = 0;
      return this;
    }

    Message bytes(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      add(encoded, encoded.length);
      return this;
    }

    private void add(byte[] more, int count) {
      if (length + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
      }
      System.arraycopy(more, 0, bytes, length, count);
      length += count;
    }
  }
}
