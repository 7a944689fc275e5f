package hone.format.tracemalloc;

import hone.format.FinishedProfile;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;

/// The traces of a snapshot as samples: domain, size, where it was allocated with the innermost
/// place first, and since Python 3.9 how many places there were before the rest was cut off.
final class Snapshot {

  private static final int OLD_TRACE = 3;
  private static final int TRACE = 4;

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final ProfileBuilder builder =
      new ProfileBuilder(
          List.of(
              new ValueType("inuse_objects", Unit.COUNT),
              new ValueType("inuse_space", Unit.BYTES)));
  private final IdentityHashMap<Value, Integer> stacks = new IdentityHashMap<>();
  private long dropped;
  private long truncated;

  Snapshot(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
  }

  Profile profile(Value dump) throws FormatException {
    if (!(dump instanceof Value.Fields snapshot)
        || !(snapshot.of("traces") instanceof Value.Fields held)
        || !(held.of("_traces") instanceof Value.Items traces)) {
      throw new FormatException(input, "no traces of a snapshot");
    }
    for (int place = 0; place < traces.values().size(); place++) {
      trace(traces.values().get(place), place);
    }
    if (builder.sampleCount() == 0) {
      throw new FormatException(input, "no allocations");
    }
    Recording recording =
        Recording.of("tracemalloc")
            .missing(dropped, truncated)
            .warning(List.of("lines were recorded without the names of their functions"));
    return FinishedProfile.of(input, builder, recording, 1);
  }

  private void trace(Value value, int place) throws FormatException {
    limits.checkCount(input, "samples", builder.sampleCount() + 1L);
    List<Value> parts = value instanceof Value.Tuple tuple ? tuple.values() : List.of();
    if ((parts.size() == OLD_TRACE || parts.size() == TRACE)
        && parts.get(1) instanceof Value.Whole size
        && size.number() >= 0
        && parts.get(2) instanceof Value.Tuple places) {
      int stack = stack(places);
      boolean cut =
          parts.size() == TRACE
              && parts.get(OLD_TRACE) instanceof Value.Whole all
              && all.number() > places.values().size();
      if (stack >= 0) {
        truncated += cut ? 1 : 0;
        builder.sample(stack, 1, size.number());
        return;
      }
    }
    dropped++;
    passedOver.accept(
        new Diagnostic(input, place, "expected domain, size, places and their number"));
  }

  /// The stack of the places, or less than 0 where they are none.
  private int stack(Value.Tuple places) throws FormatException {
    Integer known = stacks.get(places);
    if (known != null) {
      return known;
    }
    int stack = Profile.NONE;
    if (places.values().size() <= limits.depth()) {
      List<Frame> frames = frames(places);
      for (Frame frame : frames.reversed()) {
        stack = builder.stack(builder.frame(frame), stack);
      }
    }
    limits.checkCount(input, "stacks", builder.stackCount());
    stacks.put(places, stack);
    return stack;
  }

  /// A file's name stands for the function, of which nothing is told.
  private static List<Frame> frames(Value.Tuple places) {
    List<Frame> frames = new ArrayList<>();
    for (Value place : places.values()) {
      if (!(place instanceof Value.Tuple pair)
          || pair.values().size() != 2
          || !(pair.values().getFirst() instanceof Value.Text file)
          || !(pair.values().getLast() instanceof Value.Whole line)
          || line.number() < 0
          || line.number() > Integer.MAX_VALUE) {
        return List.of();
      }
      String name = file.text().substring(file.text().lastIndexOf('/') + 1);
      frames.add(new Frame(name.isBlank() ? "<unknown>" : name, file.text(), (int) line.number()));
    }
    return frames;
  }
}
