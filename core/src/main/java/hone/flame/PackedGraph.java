package hone.flame;

import hone.input.Printable;
import hone.profile.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A flame graph as the page's script reads it: gzip in base64, of
///
/// - the length of a JSON text as a varint, and the text: type, unit, and of each function, in the
///   order of their names, its name as it may be shown, file and layer;
/// - of each bar from the root down, callees in the order of their names: how many levels up its
///   caller stands from the bar before it, the number of its function, its own value, and that of
///   the base where there is one; all varints, seven bits a byte, lowest first;
/// - where samples have times, of each part of the time how many bars have a value of their own in
///   it, and of each of those how far its number is from the one before, and the value.
///
/// The first bar is the root. It stands for all stacks and has the values of samples without one.
final class PackedGraph {

  private final FlameGraph graph;
  private final Profile merged;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int[] place;

  /// Functions in the order of their names, and the place of each of them in it.
  private final int[] order;

  private final int[] rank;

  private PackedGraph(FlameGraph graph) {
    this.graph = graph;
    this.merged = graph.merged();
    this.place = new int[merged.stackCount()];
    String[] names =
        merged.frames().stream()
            .map(frame -> Printable.of(frame.function()))
            .toArray(String[]::new);
    this.order =
        IntStream.range(0, names.length)
            .boxed()
            .sorted(
                Comparator.comparing((Integer function) -> names[function]).thenComparing(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rank = new int[order.length];
    for (int number = 0; number < order.length; number++) {
      rank[order[number]] = number;
    }
  }

  static String of(FlameGraph graph) {
    PackedGraph packed = new PackedGraph(graph);
    packed.bars();
    ObjectNode head = packed.head();
    if (graph.timed()) {
      packed.times(head.putObject("time"));
    }
    PackedGraph whole = new PackedGraph(graph);
    byte[] text = JsonMapper.shared().writeValueAsBytes(head);
    whole.varint(text.length);
    whole.out.writeBytes(text);
    whole.out.writeBytes(packed.out.toByteArray());
    return Base64.getEncoder().encodeToString(gzip(whole.out.toByteArray()));
  }

  private ObjectNode head() {
    ObjectNode head = JsonMapper.shared().createObjectNode();
    head.put("type", graph.type().name()).put("unit", graph.type().unit().name());
    head.put("compared", graph.compared()).put("bars", merged.stackCount() + 1);
    ArrayNode layers = head.putArray("layers");
    List<FlameLayer> all = List.of(FlameLayer.values());
    all.forEach(layer -> layers.add(layer.toString()));
    ArrayNode names = head.putArray("names");
    ArrayNode files = head.putArray("files");
    ArrayNode layer = head.putArray("layer");
    for (int function : order) {
      names.add(Printable.of(merged.frames().get(function).function()));
      files.add(Printable.of(graph.file(function)));
      layer.add(all.indexOf(graph.layer(function)));
    }
    return head;
  }

  private void bars() {
    long[] own = own(FlameGraph.AFTER);
    long[] base = own(FlameGraph.BEFORE);
    int root = merged.stackCount();
    varint(0);
    varint(0);
    values(own[root], base[root]);
    int[] firstCallee = new int[root + 1];
    int[] nextSibling = new int[root];
    link(firstCallee, nextSibling);
    int depth = 0;
    int at = firstCallee[root];
    int level = 1;
    int bar = 0;
    while (at != Profile.NONE) {
      place[at] = ++bar;
      varint(depth + 1L - level);
      varint(rank[merged.stackFrame(at)]);
      values(own[at], base[at]);
      depth = level;
      if (firstCallee[at] != Profile.NONE) {
        at = firstCallee[at];
        level++;
        continue;
      }
      while (at != Profile.NONE && nextSibling[at] == Profile.NONE) {
        at = merged.stackCaller(at);
        level--;
      }
      at = at == Profile.NONE ? Profile.NONE : nextSibling[at];
    }
  }

  /// Values of the samples of each stack; those without one come last.
  private long[] own(int column) {
    long[] own = new long[merged.stackCount() + 1];
    for (int sample = 0; sample < merged.sampleCount(); sample++) {
      int stack = merged.sampleStack(sample);
      own[stack == Profile.NONE ? merged.stackCount() : stack] += merged.value(column, sample);
    }
    return own;
  }

  /// Links the callees of each stack in the order of their names; the root is the last.
  private void link(int[] firstCallee, int[] nextSibling) {
    Arrays.fill(firstCallee, Profile.NONE);
    Arrays.fill(nextSibling, Profile.NONE);
    int[] byName = byRank();
    for (int i = byName.length - 1; i >= 0; i--) {
      int stack = byName[i];
      int caller = merged.stackCaller(stack);
      int holder = caller == Profile.NONE ? merged.stackCount() : caller;
      nextSibling[stack] = firstCallee[holder];
      firstCallee[holder] = stack;
    }
  }

  /// All stacks, in the order of the ranks of their functions.
  private int[] byRank() {
    int[] start = new int[rank.length + 1];
    for (int stack = 0; stack < merged.stackCount(); stack++) {
      start[rank[merged.stackFrame(stack)] + 1]++;
    }
    Arrays.parallelPrefix(start, Math::addExact);
    int[] sorted = new int[merged.stackCount()];
    for (int stack = 0; stack < sorted.length; stack++) {
      sorted[start[rank[merged.stackFrame(stack)]]++] = stack;
    }
    return sorted;
  }

  private void times(ObjectNode head) {
    TimeBuckets times = new TimeBuckets(merged, FlameGraph.AFTER, place);
    head.put("start", times.startNanos()).put("width", times.widthNanos());
    head.put("buckets", times.count()).put("entries", times.entryCount());
    for (int bucket = 0; bucket < times.count(); bucket++) {
      int before = 0;
      varint(times.bucket(bucket).size());
      for (Map.Entry<Integer, Long> entry : times.bucket(bucket).entrySet()) {
        varint(entry.getKey() - before);
        varint(entry.getValue());
        before = entry.getKey();
      }
    }
  }

  private void values(long own, long base) {
    varint(own);
    if (graph.compared()) {
      varint(base);
    }
  }

  private void varint(long number) {
    long left = number;
    while (left > 0x7f) {
      out.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
