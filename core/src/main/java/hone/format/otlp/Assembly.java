package hone.format.otlp;

import hone.format.FinishedProfile;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Adds up the profiles of all messages, a column for each value type.
final class Assembly {

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private long dropped;

  Assembly(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  Profile profile(List<Request> requests) throws FormatException {
    Set<ValueType> distinct = new LinkedHashSet<>();
    for (Request request : requests) {
      request.profiles().forEach(profile -> distinct.add(profile.valueType()));
    }
    if (distinct.isEmpty()) {
      throw new FormatException(input, "no profiles");
    }
    List<ValueType> types = List.copyOf(distinct);
    ProfileBuilder builder = new ProfileBuilder(types);
    for (Request request : requests) {
      add(request, types, builder);
    }
    return FinishedProfile.of(input, builder, recording(requests), types.size() - 1);
  }

  private void add(Request request, List<ValueType> types, ProfileBuilder builder)
      throws FormatException {
    Dictionary dictionary = request.dictionary();
    Layout layout = Layout.of(input, request.profiles(), dictionary);
    Stacks stacks = new Stacks(input, limits, dictionary, builder);
    for (ResourceProfile profile : request.profiles()) {
      long[] values = new long[types.size()];
      int column = types.indexOf(profile.valueType());
      Message fields = profile.fields();
      while (fields.next()) {
        if (fields.field() == ResourceProfile.SAMPLES) {
          limits.checkCount(input, "samples", builder.sampleCount() + 1L);
          try {
            Sample sample = Sample.of(fields.message());
            values[column] = scaled(sample.weight(layout), profile.unit().factor());
            builder.sample(stacks.at(sample.stack()), values);
          } catch (Rejection rejection) {
            dropped++;
            passedOver.accept(
                new Diagnostic(input, fields.offset(), "sample: " + rejection.getMessage()));
          }
        }
      }
    }
  }

  private static long scaled(long value, long factor) throws Rejection {
    try {
      return Math.multiplyExact(value, factor);
    } catch (ArithmeticException overflow) {
      throw new Rejection("value '" + value + "' does not fit 64 bits in its base unit");
    }
  }

  private Recording recording(List<Request> requests) {
    List<String> warnings = new ArrayList<>();
    Set<Long> periods = new LinkedHashSet<>();
    long longest = 0;
    long resources = 0;
    for (Request request : requests) {
      resources += request.resourceCount();
      for (ResourceProfile profile : request.profiles()) {
        longest = Math.max(longest, profile.times().duration());
        periods.add(profile.periodNanos());
      }
    }
    if (resources > 1) {
      warnings.add("profiles of " + resources + " resources are added up");
    }
    long period = periods.size() == 1 ? periods.iterator().next() : 0;
    return Recording.of("otlp")
        .lasting(longest)
        .sampledEvery(period)
        .missing(dropped, 0)
        .warning(warnings);
  }
}
