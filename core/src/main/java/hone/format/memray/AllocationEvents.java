package hone.format.memray;

import hone.format.FinishedProfile;
import hone.input.FormatException;
import hone.input.JsonDocument;
import hone.input.Limits;
import hone.input.Source;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Allocations as events, whose calls are places in a list of functions that comes after them.
final class AllocationEvents {

  /// Calls are innermost first.
  @SuppressWarnings("ArrayRecordComponent") // never leaves the class, and is never changed
  private record Event(int[] calls, long bytes) {}

  private final String input;
  private final Limits limits;
  private final List<Event> events = new ArrayList<>();
  private final List<Frame> functions = new ArrayList<>();
  private String unit = "";
  private int costs;
  private long callCount;

  AllocationEvents(String input, Limits limits) {
    this.input = input;
    this.limits = limits;
  }

  Profile profile(Source source) throws IOException {
    JsonDocument.read(source, limits, document -> document.object(field -> read(document, field)));
    if (costs != 1 || !unit.equals("bytes")) {
      throw new FormatException(
          input, "%d costs, the last in '%s': expected one in bytes".formatted(costs, unit));
    }
    if (events.isEmpty()) {
      throw new FormatException(input, "no allocations");
    }
    ProfileBuilder builder = new ProfileBuilder(List.of(MemrayReader.SPACE));
    for (Event event : events) {
      builder.sample(stack(event, builder), event.bytes);
    }
    Recording recording =
        Recording.of("memray")
            .warning(List.of("this form has no lines and no number of allocations"));
    return FinishedProfile.of(input, builder, recording, 0);
  }

  private boolean read(JsonDocument document, String field) throws IOException {
    switch (field) {
      case "costs" -> document.array(() -> cost(document));
      case "events" -> document.array(() -> event(document));
      case "functions" -> document.array(() -> function(document));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void cost(JsonDocument document) throws IOException {
    costs++;
    document.object(field -> {
      boolean known = field.equals("unit");
      unit = known ? document.text() : unit;
      return known;
    });
  }

  private void event(JsonDocument document) throws IOException {
    List<Integer> calls = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    document.object(field -> {
      switch (field) {
        case "callchain" -> document.array(() -> calls.add(place(document)));
        case "cost" -> document.array(() -> values.add(document.number()));
        default -> {
          return false;
        }
      }
      return true;
    });
    callCount += calls.size();
    limits.checkCount(input, "calls", callCount);
    limits.checkCount(input, "samples", events.size() + 1L);
    if (calls.size() > limits.depth()) {
      throw document.broken("more than " + limits.depth() + " frames on one stack");
    }
    if (values.size() != 1 || values.getFirst() < 0) {
      throw document.broken("expected one cost, found " + values.size());
    }
    events.add(new Event(calls.stream().mapToInt(Integer::intValue).toArray(), values.getFirst()));
  }

  private static int place(JsonDocument document) throws IOException {
    long place = document.number();
    if (place < 0 || place > Integer.MAX_VALUE) {
      throw document.broken("'" + place + "' is no function");
    }
    return (int) place;
  }

  private void function(JsonDocument document) throws IOException {
    String[] texts = {"", ""};
    document.object(field -> {
      switch (field) {
        case "name" -> texts[0] = document.textOrEmpty();
        case "module" -> texts[1] = document.textOrEmpty();
        default -> {
          return false;
        }
      }
      return true;
    });
    limits.checkCount(input, "functions", functions.size() + 1L);
    functions.add(new Frame(texts[0].isBlank() ? "<unknown>" : texts[0], texts[1], 0));
  }

  private int stack(Event event, ProfileBuilder builder) throws FormatException {
    int stack = Profile.NONE;
    for (int at = event.calls.length - 1; at >= 0; at--) {
      int call = event.calls[at];
      if (call >= functions.size()) {
        throw new FormatException(
            input, "function %d is not one of the %d there are".formatted(call, functions.size()));
      }
      stack = builder.stack(builder.frame(functions.get(call)), stack);
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    return stack;
  }
}
