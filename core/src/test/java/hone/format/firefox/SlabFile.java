package hone.format.firefox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSON packed as JSLB, by the specification: arrays of whole numbers below 2^31 as Int32Array, of
/// numbers with fractions as Float64Array, and the threads as a slab of JSON of their own.
final class SlabFile {

  private static final Pattern NUMBERS =
      Pattern.compile("\\[(-?\\d+(?:\\.\\d+)?(?:, -?\\d+(?:\\.\\d+)?)*)]");
  private static final byte[] MAGIC = {(byte) 0xDC, (byte) 0xDF, 'J', 'S', 'L', 'B', 1, 0};
  private static final int INT32 = 4;
  private static final int FLOAT64 = 7;
  private static final int JSON = 10;

  /// A slab and its kind.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the class, and is never changed
  private record Slab(int kind, byte[] bytes) {}

  private SlabFile() {}

  static byte[] of(String json) {
    return of(json, true);
  }

  /// @param packed whether arrays of numbers become slabs
  static byte[] of(String json, boolean packed) {
    List<Slab> slabs = new ArrayList<>();
    slabs.add(new Slab(JSON, new byte[0]));
    String text = json;
    if (packed) {
      text = NUMBERS.matcher(json).replaceAll(found -> reference(slabs, numbers(found.group(1))));
      Matcher threads = Pattern.compile("\"threads\": (\\[.*?}]),\n", Pattern.DOTALL).matcher(text);
      text =
          threads.replaceFirst(found ->
              "\"threads\": "
                  + reference(slabs, new Slab(JSON, found.group(1).getBytes(UTF_8)))
                  + ",\n");
    }
    slabs.set(0, new Slab(JSON, text.getBytes(UTF_8)));
    return file(slabs);
  }

  /// Parts in parts, each the next one so many times over.
  static byte[] nested(int depth, int times) {
    List<Slab> slabs = new ArrayList<>();
    for (int level = 1; level < depth; level++) {
      String next = "{\"$s\": " + level + "},";
      slabs.add(new Slab(JSON, ("[" + next.repeat(times) + "0]").getBytes(UTF_8)));
    }
    slabs.add(new Slab(JSON, "[0]".getBytes(UTF_8)));
    return file(slabs);
  }

  private static String reference(List<Slab> slabs, Slab slab) {
    slabs.add(slab);
    return Matcher.quoteReplacement("{ \"$s\": " + (slabs.size() - 1) + " }");
  }

  private static Slab numbers(String list) {
    String[] parts = list.split(", ", -1);
    boolean whole = !list.contains(".");
    ByteBuffer out = ByteBuffer.allocate(parts.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (String part : parts) {
      if (whole) {
        out.putInt(Integer.parseInt(part));
      } else {
        out.putDouble(Double.parseDouble(part));
      }
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return new Slab(whole ? INT32 : FLOAT64, bytes);
  }

  private static byte[] file(List<Slab> slabs) {
    int size =
        20 + 12 * slabs.size() + slabs.stream().mapToInt(each -> each.bytes.length + 8).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putInt(1).putInt(slabs.size()).putInt(0);
    int at = 20 + 12 * slabs.size();
    for (Slab slab : slabs) {
      at = (at + 7) / 8 * 8;
      out.putInt(slab.kind).putInt(at).putInt(slab.bytes.length);
      at += slab.bytes.length;
    }
    for (Slab slab : slabs) {
      out.position((out.position() + 7) / 8 * 8).put(slab.bytes);
    }
    byte[] bytes = new byte[out.position()];
    out.flip().get(bytes);
    return bytes;
  }
}
