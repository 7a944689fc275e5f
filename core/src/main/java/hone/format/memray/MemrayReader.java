package hone.format.memray;

import hone.format.ProfileReader;
import hone.input.Diagnostic;
import hone.input.JsonHead;
import hone.input.Limits;
import hone.input.Lines;
import hone.input.Sniff;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the allocations that `memray transform csv` and `memray transform gprof2dot` write, of all
/// threads together: `inuse_space` in bytes, beside `inuse_objects` where the form has the number.
///
/// Which allocations they are was chosen when they were written: those in use when the program held
/// most, unless memray was asked for leaks or short-lived ones. The file does not say.
///
/// @see <a href="https://bloomberg.github.io/memray/transform.html">memray transform</a>
public final class MemrayReader implements ProfileReader {

  static final ValueType OBJECTS = new ValueType("inuse_objects", Unit.COUNT);
  static final ValueType SPACE = new ValueType("inuse_space", Unit.BYTES);

  private final Limits limits;

  public MemrayReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String format() {
    return "memray";
  }

  @Override
  public Sniff sniff(byte[] head) {
    return isTable(head) || isEvents(head) ? Sniff.YES : Sniff.NO;
  }

  @Override
  public Profile read(Source source, Consumer<Diagnostic> passedOver) throws IOException {
    if (isTable(source.head(AllocationTable.HEADER.length()))) {
      AllocationTable table = new AllocationTable(source.name(), limits, passedOver);
      try (Lines lines = Lines.of(source)) {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
          table.line(line.get(), lines.number());
        }
      }
      return table.profile();
    }
    return new AllocationEvents(source.name(), limits).profile(source);
  }

  private static boolean isTable(byte[] head) {
    List<String> lines = Lines.ofHead(head);
    return !lines.isEmpty() && lines.getFirst().equals(AllocationTable.HEADER);
  }

  private static boolean isEvents(byte[] head) {
    JsonHead json = JsonHead.of(head);
    return json.names().contains("costs")
        && json.names().contains("events")
        && json.nested().contains("callchain");
  }
}
