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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// Adds up the profiles of all messages, a column for each value type.
final class Assembly {

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final boolean timed;
  private long earliest = Long.MAX_VALUE;
  private long dropped;

  /// @param timed whether samples get their times, of which each then is a sample of its own
  Assembly(String input, Limits limits, Consumer<Diagnostic> passedOver, boolean timed) {
    this.timed = timed;
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  Profile profile(List<Request> requests) throws FormatException {
    Set<ValueType> distinct = new LinkedHashSet<>();
    for (Request request : requests) {
      for (ResourceProfile profile : request.profiles()) {
        distinct.add(profile.valueType());
        limits.checkTypes(input, distinct.size());
      }
    }
    if (distinct.isEmpty()) {
      throw new FormatException(input, "no profiles");
    }
    List<ValueType> types = List.copyOf(distinct);
    ProfileBuilder builder = new ProfileBuilder(types);
    if (timed) {
      findEarliest(requests);
    }
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
      Column column =
          new Column(
              builder,
              new Column.Place(types.indexOf(profile.valueType()), types.size()),
              profile.unit().factor(),
              layout,
              timed ? OptionalLong.of(earliest) : OptionalLong.empty());
      Message fields = profile.fields();
      while (fields.next()) {
        if (fields.field() == ResourceProfile.SAMPLES) {
          limits.checkCount(input, "samples", builder.sampleCount() + 1L);
          try {
            Sample sample = Sample.of(fields.message(), timed);
            column.add(sample, stacks.at(sample.stack()));
          } catch (Rejection rejection) {
            dropped++;
            passedOver.accept(
                new Diagnostic(input, fields.offset(), "sample: " + rejection.getMessage()));
          }
        }
      }
    }
  }

  /// Finds the first of all times that samples were taken.
  private void findEarliest(List<Request> requests) throws FormatException {
    for (Request request : requests) {
      for (ResourceProfile profile : request.profiles()) {
        Message fields = profile.fields();
        while (fields.next()) {
          if (fields.field() == ResourceProfile.SAMPLES) {
            for (long stamp : Sample.of(fields.message(), true).stamps()) {
              earliest = Math.min(earliest, Math.max(0, stamp));
            }
          }
        }
      }
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
