package hone.profile;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The frames of a profile; one that is a call of a location is made when it is asked for.
///
/// Large programs have hundreds of thousands of frames, of which a table shows a few. Safe for use by
/// several threads: a frame that two of them make is the same to both.
final class FrameList extends AbstractList<Frame> implements RandomAccess {

  private final Code code;
  private final @Nullable Frame[] made;
  private final int[] locations;
  private final int[] calls;
  private final int[] functions;

  private FrameList(Code code, Builder builder) {
    this.code = code;
    made = builder.given.toArray(Frame[]::new);
    locations = Arrays.copyOf(builder.locations, made.length);
    calls = Arrays.copyOf(builder.calls, made.length);
    functions = new int[made.length];
    for (int frame = 0; frame < made.length; frame++) {
      functions[frame] =
          made[frame] != null ? Profile.NONE : code.function(locations[frame], calls[frame]);
    }
  }

  @Override
  public int size() {
    return made.length;
  }

  @Override
  public Frame get(int frame) {
    Frame known = made[frame];
    if (known == null) {
      known = code.frame(locations[frame], calls[frame]);
      made[frame] = known;
    }
    return known;
  }

  /// As [Profile#frameLocation].
  int location(int frame) {
    return locations[frame];
  }

  /// As [Profile#frameCall].
  int call(int frame) {
    return calls[frame];
  }

  /// As [Profile#frameFunction].
  int function(int frame) {
    return functions[frame];
  }

  /// As [Profile#framesOf].
  BitSet of(Predicate<String> wanted) {
    BitSet of = new BitSet();
    List<Function> named = code.functions();
    @Nullable Boolean[] ofFunction = new Boolean[named.size()];
    for (int frame = 0; frame < made.length; frame++) {
      int function = functions[frame];
      Boolean known = function == Profile.NONE ? null : ofFunction[function];
      if (known == null) {
        known = wanted.test(get(frame).function());
        if (function != Profile.NONE && named.get(function).isNamed()) {
          ofFunction[function] = known;
        }
      }
      of.set(frame, known);
    }
    return of;
  }

  /// Takes frames one after the other. Used once.
  static final class Builder {

    private final List<@Nullable Frame> given = new ArrayList<>();
    private int[] locations = new int[64];
    private int[] calls = new int[64];

    int size() {
      return given.size();
    }

    /// The number of a frame of which nothing else is known.
    int add(Frame frame) {
      return add(frame, Profile.NONE, 0);
    }

    /// The number of a frame that is a call of a location.
    int add(int location, int call) {
      return add(null, location, call);
    }

    private int add(@Nullable Frame frame, int location, int call) {
      int number = given.size();
      if (number == locations.length) {
        locations = Arrays.copyOf(locations, number * 2);
        calls = Arrays.copyOf(calls, number * 2);
      }
      given.add(frame);
      locations[number] = location;
      calls[number] = call;
      return number;
    }

    FrameList build(Code code) {
      return new FrameList(code, this);
    }
  }
}
