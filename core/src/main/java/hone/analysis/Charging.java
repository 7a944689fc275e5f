package hone.analysis;

import hone.profile.Frame;
import hone.profile.Profile;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Carries each sample to its application frame, once through the table of stacks.
final class Charging {

  /// Go's runtime.MemProfileRate, unless a program changes it.
  private static final long GO_BYTES_PER_SAMPLE = 512 * 1024;

  private final Profile profile;
  private final int type;
  private final FrameKind[] kinds;
  private final int[] anchorStack;

  /// Of each stack the one nearest its leaf that ends in a framework or in background work.
  private final int[] outerStack;

  private final Map<Site, Account> accounts = new HashMap<>();
  private final Map<FrameKind.Foreign, Long> buckets = new HashMap<>();
  private long total;
  private long idle;
  private long sampleCount;

  private record Site(String function, String file, int line) implements Comparable<Site> {

    private static final Comparator<Site> ORDER =
        Comparator.comparing(Site::function).thenComparing(Site::file).thenComparingInt(Site::line);

    /// For the reason that [Frame#compareTo] gives.
    @Override
    public int compareTo(Site other) {
      return ORDER.compare(this, other);
    }
  }

  /// What is charged to one site.
  private static final class Account {
    private long value;
    private long selfValue;
    private long sampleCount;

    /// Value by leaf stack, and by stack of the anchor itself.
    private final Map<Integer, Long> leaves = new HashMap<>();

    private final Map<Integer, Long> paths = new HashMap<>();
  }

  Charging(Profile profile, int type, ApplicationFiles application, FrameTable table) {
    this.profile = profile;
    this.type = type;
    this.kinds = new FrameKind[profile.frames().size()];
    for (int number = 0; number < kinds.length; number++) {
      Frame frame = profile.frames().get(number);
      Optional<String> file = application.file(frame);
      kinds[number] = file.isPresent() ? new FrameKind.Application(file.get()) : table.kind(frame);
    }
    this.anchorStack = nearest(kind -> kind instanceof FrameKind.Application);
    this.outerStack =
        nearest(kind ->
            kind instanceof FrameKind.Foreign foreign
                && (foreign.layer() == FrameKind.Layer.FRAMEWORK
                    || foreign.layer() == FrameKind.Layer.BACKGROUND));
  }

  /// Of each stack the one nearest its leaf that ends in such a frame, or [Profile#NONE].
  private int[] nearest(Predicate<FrameKind> wanted) {
    int[] nearest = new int[profile.stackCount()];
    for (int stack = 0; stack < nearest.length; stack++) {
      int caller = profile.stackCaller(stack);
      nearest[stack] =
          wanted.test(kinds[profile.stackFrame(stack)])
              ? stack
              : caller == Profile.NONE ? Profile.NONE : nearest[caller];
    }
    return nearest;
  }

  Blame result() {
    OptionalInt counts = countColumn();
    long bytesPerSample = scaled() ? GO_BYTES_PER_SAMPLE : Long.MAX_VALUE;
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      long value = profile.value(type, sample);
      if (value > 0) {
        long count =
            counts.isPresent() ? profile.value(counts.getAsInt(), sample) : value / bytesPerSample;
        charge(profile.sampleStack(sample), value, Math.max(count, 1));
      }
    }
    return new Blame(total, idle, sampleCount, anchors(), sortedBuckets());
  }

  /// How many samples a row stands for, where the profile says so and it is not what we charge.
  private OptionalInt countColumn() {
    OptionalInt named = profile.type("samples");
    return named.isPresent()
            && profile.types().get(named.getAsInt()).unit().equals(Unit.COUNT)
            && !profile.types().get(type).unit().equals(Unit.BYTES)
        ? named
        : OptionalInt.empty();
  }

  /// Go scales what it sampled up to what was allocated, and does not say how much it sampled.
  private boolean scaled() {
    return profile.type("alloc_objects").isPresent()
        && profile.types().get(type).unit().equals(Unit.BYTES);
  }

  private void charge(int stack, long value, long count) {
    FrameKind leaf =
        stack == Profile.NONE
            ? new FrameKind.Foreign(FrameKind.Layer.LIBRARY, "no stack")
            : kinds[profile.stackFrame(stack)];
    if (leaf instanceof FrameKind.Foreign foreign && foreign.layer() == FrameKind.Layer.IDLE) {
      idle = Math.addExact(idle, value);
      return;
    }
    total = Math.addExact(total, value);
    sampleCount = Math.addExact(sampleCount, count);
    int anchor = stack == Profile.NONE ? Profile.NONE : anchorStack[stack];
    if (anchor == Profile.NONE) {
      buckets.merge(bucket(stack, leaf), value, Math::addExact);
      return;
    }
    Account account = accounts.computeIfAbsent(site(anchor), _ -> new Account());
    account.value = Math.addExact(account.value, value);
    account.selfValue += anchor == stack ? value : 0;
    account.sampleCount = Math.addExact(account.sampleCount, count);
    account.leaves.merge(stack, value, Math::addExact);
    account.paths.merge(anchor, value, Math::addExact);
  }

  /// The frame nearest the leaf that a table names decides; frameworks and background work stand
  /// before the libraries and runtime they call.
  private FrameKind.Foreign bucket(int stack, FrameKind leaf) {
    int outer = stack == Profile.NONE ? Profile.NONE : outerStack[stack];
    FrameKind found = outer == Profile.NONE ? leaf : kinds[profile.stackFrame(outer)];
    return found instanceof FrameKind.Foreign foreign
        ? foreign
        : new FrameKind.Foreign(FrameKind.Layer.LIBRARY, "no stack");
  }

  private Site site(int stack) {
    int number = profile.stackFrame(stack);
    Frame frame = profile.frames().get(number);
    return new Site(frame.function(), file(number).orElse(""), frame.line());
  }

  private Optional<String> file(int frame) {
    return kinds[frame] instanceof FrameKind.Application(String file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private List<Anchor> anchors() {
    List<Anchor> anchors = new ArrayList<>();
    accounts.forEach((site, account) -> anchors.add(anchor(site, account)));
    anchors.sort(
        Comparator.comparingLong(Anchor::value)
            .reversed()
            .thenComparing(Anchor::file)
            .thenComparingInt(Anchor::line)
            .thenComparing(Anchor::function));
    return anchors;
  }

  private Anchor anchor(Site site, Account account) {
    int commonest = account.paths.entrySet().stream().min(byValue()).orElseThrow().getKey();
    return new Anchor(
        site.function(),
        site.file(),
        site.line(),
        account.value,
        account.selfValue,
        account.sampleCount,
        () -> callPath(commonest),
        calls(account));
  }

  /// Largest first; of equals, the stack that was met first.
  private static Comparator<Map.Entry<Integer, Long>> byValue() {
    return Comparator.comparingLong((Map.Entry<Integer, Long> entry) -> -entry.getValue())
        .thenComparingInt(Map.Entry::getKey);
  }

  /// The calls below the anchors of one site; a stack has a smaller number than those it calls.
  private List<Anchor.Call> calls(Account account) {
    TreeSet<Integer> stacks = new TreeSet<>();
    for (int leaf : account.leaves.keySet()) {
      int at = leaf;
      while (at != anchorStack[leaf] && stacks.add(at)) {
        at = profile.stackCaller(at);
      }
    }
    Map<Integer, Integer> places = new HashMap<>();
    List<Anchor.Call> calls = new ArrayList<>();
    for (int stack : stacks) {
      calls.add(
          new Anchor.Call(
              places.getOrDefault(profile.stackCaller(stack), -1),
              profile.frames().get(profile.stackFrame(stack)),
              account.leaves.getOrDefault(stack, 0L)));
      places.put(stack, places.size());
    }
    return calls;
  }

  private List<Frame> callPath(int anchor) {
    List<Frame> frames = new ArrayList<>();
    for (int at = anchor; at != Profile.NONE; at = profile.stackCaller(at)) {
      int number = profile.stackFrame(at);
      Frame frame = profile.frames().get(number);
      file(number).ifPresent(path -> frames.add(new Frame(frame.function(), path, frame.line())));
    }
    return frames.reversed();
  }

  private List<Blame.Bucket> sortedBuckets() {
    return buckets.entrySet().stream()
        .map(bucket ->
            new Blame.Bucket(bucket.getKey().layer(), bucket.getKey().bucket(), bucket.getValue()))
        .sorted(
            Comparator.comparingLong(Blame.Bucket::value)
                .reversed()
                .thenComparing(Blame.Bucket::name))
        .toList();
  }
}
