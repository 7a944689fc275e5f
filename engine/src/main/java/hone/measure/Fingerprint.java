package hone.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What two sides were measured with: the machine they share, and what each has of its own.
///
/// @param base      of the baseline's checkout, name to value: `toolchain`, `harness`
/// @param candidate of the candidate's checkout, the same names
public record Fingerprint(
    Machine machine, Map<String, String> base, Map<String, String> candidate) {

  /// The files that measure, and the command.
  public static final String HARNESS = "harness";

  public Fingerprint {
    base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
    candidate = Collections.unmodifiableMap(new LinkedHashMap<>(candidate));
  }

  /// Of this machine, with nothing known of the sides.
  public static Fingerprint here() {
    return new Fingerprint(Machine.here(), Map.of(), Map.of());
  }

  /// All of it as facts of one machine, for a page that shows them; what both sides share has no
  /// side.
  public Machine facts() {
    Map<String, String> facts = new LinkedHashMap<>(machine.facts());
    candidate.forEach((name, value) -> {
      String other = base.getOrDefault(name, value);
      facts.put(name, other.equals(value) ? value : other + " (base), " + value + " (candidate)");
    });
    return new Machine(facts);
  }

  /// Why the sides cannot be compared; empty where they can. What each was measured by is judged by
  /// who chose it.
  public List<String> differences() {
    Map<String, String> ours = new LinkedHashMap<>(base);
    ours.remove(HARNESS);
    return Machine.differences(ours, candidate, "of base is", "of the candidate");
  }

  /// Why runs made with this and runs made with that cannot be compared; empty where they can.
  List<String> since(Fingerprint earlier) {
    List<String> differences = new ArrayList<>(earlier.machine.differences(machine));
    differences.addAll(Machine.differences(earlier.base, base, "of base was", "is"));
    differences.addAll(
        Machine.differences(earlier.candidate, candidate, "of the candidate was", "is"));
    return differences;
  }
}
