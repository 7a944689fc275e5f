package hone.format.pstats;

import hone.format.CallGraph;
import hone.format.FinishedProfile;
import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Reads dumps of Python's `cProfile` and `profile`.
///
/// The value types are `calls` and `wall`, in nanoseconds; a flat value of `wall` is what `pstats`
/// calls `tottime`, a cumulative one `cumtime`. The dump knows who called whom and no stacks; the
/// profile's warnings say so, and [CallGraph] what follows from it.
///
/// @see <a href="https://docs.python.org/3/library/profile.html">The Python profilers</a>
public final class PstatsReader implements ProfileReader {

  private static final int MOST_BYTES = 1 << 30;
  private static final int TUPLE_SMALL = ')';
  private static final int TUPLE = '(';
  private static final int UNSHARED = 0x7f;

  private final Limits limits;

  public PstatsReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "pstats";
  }

  /// A dict whose first key is a tuple of three.
  @Override
  public Sniff sniff(byte[] head) {
    if (head.length < 3 || (head[0] & UNSHARED) != '{') {
      return Sniff.NO;
    }
    int key = head[1] & UNSHARED;
    boolean triple = (key == TUPLE_SMALL || key == TUPLE) && head[2] == 3;
    return triple ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    Marshal.Value dump = new Marshal(source.name(), source.bytes(MOST_BYTES)).read();
    if (!(dump instanceof Marshal.Dict statistics)) {
      throw new FormatException(source.name(), "no dict of statistics");
    }
    CallGraph graph = new Statistics(source.name(), limits).graph(statistics);
    List<ValueType> types =
        List.of(new ValueType("calls", Unit.COUNT), new ValueType("wall", Unit.NANOSECONDS));
    ProfileBuilder builder = new ProfileBuilder(types);
    List<String> warnings = graph.addTo(builder);
    if (builder.sampleCount() == 0) {
      throw new FormatException(source.name(), "no calls");
    }
    Recording recording = Recording.of(format()).warning(warnings);
    return FinishedProfile.of(source.name(), builder, recording, types.size() - 1);
  }
}
