package hone.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Several profiles as one, by pprof's rules: samples of equal stacks, labels and times are added,
/// equal code is found again wherever it was loaded, samples of which nothing is left go.
public final class Merge {

  /// What makes two samples one; can be put in order for the reason that [Frame#compareTo] gives.
  ///
  /// @param labels by their numbers, in order
  private record Key(int stack, List<Integer> labels, OptionalLong time)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::stack)
            .thenComparing(key -> key.time.isPresent())
            .thenComparingLong(key -> key.time.orElse(0))
            .thenComparing(Key::numbers, Arrays::compare);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    private int[] numbers() {
      return labels.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// Labels of one key keep their order, as in pprof; that of keys means nothing.
  private static final Comparator<Label> BY_KEY =
      Comparator.comparing((Label label) -> label instanceof Label.Amount)
          .thenComparing(Label::key);

  private final List<Profile> profiles;
  private final ProfileBuilder builder;
  private final MergedCode code;
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<long[]> values = new ArrayList<>();

  private Merge(List<Profile> profiles) {
    this.profiles = profiles;
    builder = new ProfileBuilder(profiles.getFirst().types());
    code = new MergedCode(builder);
  }

  /// Why profiles cannot be one: other value types, or something else counted between samples.
  public static Optional<String> objection(Profile first, Profile other) {
    if (!first.types().equals(other.types())) {
      return Optional.of("value types differ: %s and %s".formatted(names(first), names(other)));
    }
    Origin.Written one = first.origin().periodType();
    Origin.Written two = other.origin().periodType();
    return one.means(two)
        ? Optional.empty()
        : Optional.of(
            "periods differ: %s/%s and %s/%s"
                .formatted(one.name(), one.unit(), two.name(), two.unit()));
  }

  /// The sum of profiles to which there is no [#objection].
  ///
  /// @throws ArithmeticException if a sum does not fit a `long`
  public static Profile of(List<Profile> profiles) {
    for (Profile other : profiles.subList(1, profiles.size())) {
      Optional<String> objection = objection(profiles.getFirst(), other);
      if (objection.isPresent()) {
        throw new IllegalArgumentException(objection.get());
      }
    }
    return new Merge(profiles).merged();
  }

  private static List<String> names(Profile profile) {
    return profile.types().stream().map(type -> type.name() + "/" + type.unit().name()).toList();
  }

  private Profile merged() {
    for (Profile profile : profiles) {
      add(profile);
    }
    for (int sample = 0; sample < keys.size(); sample++) {
      if (isZero(values.get(sample))) {
        continue;
      }
      Key key = keys.get(sample);
      builder.sample(key.stack, values.get(sample));
      key.time.ifPresent(builder::time);
      for (int label : key.labels) {
        builder.label(label);
      }
    }
    builder.code(code.code());
    builder.origin(origin());
    return builder.build(recording(), profiles.getFirst().defaultType());
  }

  private void add(Profile profile) {
    int[] stacks = stacks(profile);
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      if (isZero(profile, sample)) {
        continue;
      }
      long[] amounts = amounts(profile, sample);
      int stack = profile.sampleStack(sample);
      Key key =
          new Key(
              stack == Profile.NONE ? Profile.NONE : stacks[stack],
              profile.labels(sample).stream().sorted(BY_KEY).map(builder::labelNumber).toList(),
              profile.sampleTime(sample));
      Integer known = numbers.putIfAbsent(key, keys.size());
      if (known == null) {
        keys.add(key);
        values.add(amounts);
      } else {
        long[] sum = values.get(known);
        for (int type = 0; type < sum.length; type++) {
          sum[type] = Math.addExact(sum[type], amounts[type]);
        }
      }
    }
  }

  /// The merged number of each stack that a sample has which counts anything.
  ///
  /// Frames are taken in sample by sample and from the leaf on, as in pprof: of equal code at
  /// several addresses that which comes first is kept.
  private int[] stacks(Profile profile) {
    MergedCode.Frames frames = code.frames(profile);
    boolean[] met = new boolean[profile.stackCount()];
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      int stack = isZero(profile, sample) ? Profile.NONE : profile.sampleStack(sample);
      while (stack != Profile.NONE && !met[stack]) {
        met[stack] = true;
        frames.number(profile.stackFrame(stack));
        stack = profile.stackCaller(stack);
      }
    }
    int[] stacks = new int[met.length];
    for (int stack = 0; stack < stacks.length; stack++) {
      if (met[stack]) {
        int caller = profile.stackCaller(stack);
        stacks[stack] =
            builder.stack(
                frames.number(profile.stackFrame(stack)),
                caller == Profile.NONE ? Profile.NONE : stacks[caller]);
      }
    }
    return stacks;
  }

  private static boolean isZero(Profile profile, int sample) {
    for (int type = 0; type < profile.types().size(); type++) {
      if (profile.value(type, sample) != 0) {
        return false;
      }
    }
    return true;
  }

  private static long[] amounts(Profile profile, int sample) {
    long[] amounts = new long[profile.types().size()];
    for (int type = 0; type < amounts.length; type++) {
      amounts[type] = profile.value(type, sample);
    }
    return amounts;
  }

  private static boolean isZero(long[] amounts) {
    for (long amount : amounts) {
      if (amount != 0) {
        return false;
      }
    }
    return true;
  }

  private Origin origin() {
    Origin first = profiles.getFirst().origin();
    boolean alike = profiles.stream().allMatch(each -> each.origin().types().equals(first.types()));
    List<String> comments =
        profiles.stream().flatMap(each -> each.origin().comments().stream()).distinct().toList();
    TreeSet<Long> times = new TreeSet<>();
    profiles.forEach(each -> times.add(each.origin().timeNanos()));
    times.remove(0L);
    return new Origin(
        alike ? first.types() : List.of(),
        first.periodType(),
        profiles.stream().mapToLong(each -> each.origin().period()).max().orElse(0),
        firstText(each -> each.origin().defaultType()),
        times.isEmpty() ? 0 : times.first(),
        first.dropFrames(),
        first.keepFrames(),
        comments,
        firstText(each -> each.origin().documentation()));
  }

  private String firstText(java.util.function.Function<Profile, String> text) {
    return profiles.stream().map(text).filter(each -> !each.isEmpty()).findFirst().orElse("");
  }

  private Recording recording() {
    Recording first = profiles.getFirst().recording();
    long duration = 0;
    long period = 0;
    long dropped = 0;
    long truncated = 0;
    long unseen = 0;
    long used = 0;
    boolean usedKnown = true;
    Set<BlindSpot> blindSpots = new HashSet<>();
    for (Profile profile : profiles) {
      Recording each = profile.recording();
      duration = Math.addExact(duration, each.durationNanos().orElse(0));
      period = Math.max(period, each.periodNanos().orElse(0));
      dropped = Math.addExact(dropped, each.droppedCount());
      truncated = Math.addExact(truncated, each.truncatedCount());
      unseen = Math.addExact(unseen, each.unseenNanos());
      used = Math.addExact(used, each.cpuNanos().orElse(0));
      usedKnown &= each.cpuNanos().isPresent();
      blindSpots.addAll(each.blindSpots());
    }
    return Recording.of(first.format())
        .lasting(duration)
        .sampledEvery(period)
        .unseen(unseen)
        .missing(dropped, truncated)
        .using(usedKnown ? used : 0)
        .blindTo(blindSpots)
        .warning(
            profiles.stream()
                .flatMap(each -> each.recording().warnings().stream())
                .distinct()
                .toList());
  }
}
