package hone.format.flamegraph;

import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The boxes of a flame graph as stacks: a box stands on the one below its middle.
final class Picture {

  private static final String ROOT = "all";
  private static final Pattern PLACED =
      Pattern.compile("(?<function>[^()]{0,2000}[^() ]) \\((?<file>[^():]+):(?<line>\\d{1,9})\\)");

  private final String input;
  private final Limits limits;
  private final List<List<Box>> levels = new ArrayList<>();
  private long boxes;

  Picture(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  void add(Box box) throws FormatException {
    limits.checkCount(input, "boxes", ++boxes);
    if (box.level() > limits.depth()) {
      throw new FormatException(input, "more than " + limits.depth() + " frames on one stack");
    }
    while (levels.size() <= box.level()) {
      levels.add(new ArrayList<>());
    }
    levels.get(box.level()).add(box);
  }

  boolean isEmpty() {
    return boxes == 0;
  }

  /// The samples of each box that are of none above it.
  ProfileBuilder profile(ValueType type) throws FormatException {
    ProfileBuilder builder = new ProfileBuilder(List.of(type));
    List<Box> callers = List.of();
    int[] stacks = {};
    for (List<Box> level : levels) {
      level.sort(Comparator.comparingDouble(Box::left));
      int[] own = new int[level.size()];
      long[] above = new long[callers.size()];
      for (int place = 0; place < own.length; place++) {
        Box box = level.get(place);
        int caller = box.level() == 0 ? -1 : caller(callers, box);
        int stack = caller < 0 ? Profile.NONE : stacks[caller];
        boolean leftOut = box.level() == 0 && box.name().equals(ROOT);
        own[place] = leftOut ? Profile.NONE : builder.stack(builder.frame(frame(box)), stack);
        if (caller >= 0) {
          above[caller] = sum(above[caller], box.count());
        }
      }
      addOwn(builder, callers, stacks, above);
      callers = level;
      stacks = own;
    }
    addOwn(builder, callers, stacks, new long[callers.size()]);
    return builder;
  }

  private void addOwn(ProfileBuilder builder, List<Box> level, int[] stacks, long[] above)
      throws FormatException {
    for (int place = 0; place < stacks.length; place++) {
      Box box = level.get(place);
      long own = box.count() - above[place];
      if (own < 0) {
        throw new FormatException(
            input,
            "'%s' has %d samples, and what it calls has %d"
                .formatted(box.name(), box.count(), above[place]));
      }
      if (own > 0) {
        builder.sample(stacks[place], own);
      }
    }
  }

  private long sum(long one, long other) throws FormatException {
    try {
      return Math.addExact(one, other);
    } catch (ArithmeticException overflow) {
      throw new FormatException(input, "counts sum to more than 64 bits hold");
    }
  }

  /// Place of the box that another stands on.
  private int caller(List<Box> callers, Box box) throws FormatException {
    int low = 0;
    int high = callers.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (callers.get(middle).left() <= box.middle()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low >= callers.size() || callers.get(low).right() < box.middle()) {
      throw new FormatException(input, "box '" + box.name() + "' stands on none");
    }
    return low;
  }

  private static Frame frame(Box box) {
    String name = box.name().isBlank() ? "(no name)" : box.name();
    Matcher placed = PLACED.matcher(name);
    return placed.matches()
        ? new Frame(
            placed.group("function"), placed.group("file"), Integer.parseInt(placed.group("line")))
        : Frame.named(name);
  }
}
