package hone.format.otlp;

import hone.profile.ProfileBuilder;
import java.util.List;
import java.util.OptionalLong;

/// Where the samples of one value type go.
final class Column {

  private final ProfileBuilder builder;
  private final int place;
  private final long[] values;
  private final long factor;
  private final Layout layout;
  private final OptionalLong earliest;

  /// Which of how many value types it is.
  record Place(int number, int count) {}

  /// @param factor   its base units in one of its own
  /// @param earliest from when times count, in nanoseconds since 1970; empty where samples get none
  Column(ProfileBuilder builder, Place place, long factor, Layout layout, OptionalLong earliest) {
    this.builder = builder;
    this.place = place.number();
    this.values = new long[place.count()];
    this.factor = factor;
    this.layout = layout;
    this.earliest = earliest;
  }

  /// Adds a sample, or where it has times and they are asked for, one for each of them.
  void add(Sample sample, int stack) throws Rejection {
    long weight = scaled(sample.weight(layout));
    List<Long> stamps = sample.stamps();
    if (earliest.isEmpty() || stamps.isEmpty()) {
      add(stack, weight);
      return;
    }
    long[] weights = new long[stamps.size()];
    for (int each = 0; each < weights.length; each++) {
      weights[each] = scaled(sample.weights(layout).get(each));
    }
    for (int each = 0; each < weights.length; each++) {
      add(stack, weights[each]);
      builder.time(Math.max(0, stamps.get(each)) - earliest.getAsLong());
    }
  }

  private void add(int stack, long weight) {
    values[place] = weight;
    builder.sample(stack, values);
  }

  private long scaled(long value) throws Rejection {
    try {
      return Math.multiplyExact(value, factor);
    } catch (ArithmeticException overflow) {
      throw new Rejection("value '" + value + "' does not fit 64 bits in its base unit");
    }
  }
}
