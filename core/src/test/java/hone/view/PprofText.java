package hone.view;

import hone.analysis.Place;
import hone.profile.Profile;
import hone.unit.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `go tool pprof` prints.
final class PprofText {

  private static final Pattern NODE =
      Pattern.compile("\\s*(\\S+)\\s+\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+\\s+\\| (.*)");
  private static final Pattern EDGE = Pattern.compile("\\s*(\\S+)\\s+\\S+ \\|   (.*)");
  private static final Pattern TOP =
      Pattern.compile("\\s*(\\S+)\\s+\\S+\\s+\\S+\\s+(\\S+)\\s+\\S+\\s\\s(.*)");
  private static final Pattern ROUTINE =
      Pattern.compile("ROUTINE =+ (.*) in (.*)\\n\\s*(\\S+)\\s+(\\S+) \\(flat, cum\\).*");
  private static final Pattern INLINED = Pattern.compile(" \\((?:partial-)?inline\\)$");
  private static final Pattern UNIT = Pattern.compile("[A-Za-zµ].*$");
  private static final Pattern VALUE = Pattern.compile("\\s*(\\S+)   (.*)");

  private PprofText() {}

  /// A node of `-tree` or `-peek`, its edges as `value name`.
  record Node(String name, long flat, long cum, List<String> callers, List<String> callees) {}

  /// A row of `-top`.
  record Row(String name, long flat, long cum) {}

  /// A function of `-list`.
  record Listed(String function, String file, long flat, long cum) {}

  /// The option that makes it print whole numbers of the base unit.
  static String unit(Profile profile, int type) {
    Unit unit = profile.types().get(type).unit();
    if (unit.equals(Unit.NANOSECONDS)) {
      return "-unit=ns";
    }
    return unit.equals(Unit.BYTES) ? "-unit=B" : "-unit=" + unit.name();
  }

  static List<Node> tree(String output) {
    List<Node> nodes = new ArrayList<>();
    for (String block : output.split("(?m)^-+\\+-+$", -1)) {
      List<String> callers = new ArrayList<>();
      List<String> callees = new ArrayList<>();
      List<Node> found = new ArrayList<>();
      for (String line : block.lines().toList()) {
        Matcher edge = EDGE.matcher(line);
        Matcher node = NODE.matcher(line);
        if (edge.matches()) {
          (found.isEmpty() ? callers : callees).add(number(edge.group(1)) + " " + name(edge, 2));
        } else if (node.matches()) {
          found.add(
              new Node(
                  name(node, 3), number(node.group(1)), number(node.group(2)), callers, callees));
        }
      }
      nodes.addAll(found);
    }
    return nodes;
  }

  static List<Row> top(String output) {
    List<Row> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : output.lines().toList()) {
      Matcher row = TOP.matcher(line);
      if (inTable && row.matches()) {
        rows.add(new Row(name(row, 3), number(row.group(1)), number(row.group(2))));
      }
      inTable |= line.strip().startsWith("flat  flat%");
    }
    return rows;
  }

  static List<Listed> list(String output) {
    List<Listed> listed = new ArrayList<>();
    Matcher routine = ROUTINE.matcher(output);
    while (routine.find()) {
      listed.add(
          new Listed(
              routine.group(1),
              routine.group(2),
              number(routine.group(3)),
              number(routine.group(4))));
    }
    return listed;
  }

  /// The stacks of `-traces`, each `value: leaf; caller; …`.
  static List<String> traces(String output) {
    List<String> stacks = new ArrayList<>();
    for (String block : output.split("(?m)^-+\\+-+$", -1)) {
      List<String> frames = new ArrayList<>();
      long value = 0;
      for (String line : block.lines().toList()) {
        if (frames.isEmpty()) {
          Matcher first = VALUE.matcher(line);
          if (first.matches() && first.end(1) >= 10 && first.group(1).matches("-?\\d.*")) {
            value = number(first.group(1));
            frames.add(name(first, 2));
          }
        } else {
          frames.add(INLINED.matcher(line.substring(13)).replaceFirst(""));
        }
      }
      if (!frames.isEmpty()) {
        stacks.add(value + ": " + String.join("; ", frames));
      }
    }
    return stacks;
  }

  private static String name(Matcher matcher, int group) {
    return INLINED.matcher(matcher.group(group)).replaceFirst("");
  }

  private static long number(String text) {
    return text.equals(".") ? 0 : Long.parseLong(UNIT.matcher(text).replaceFirst(""));
  }

  /// A place under the name that pprof gives it, with its path in the shortest form.
  static String text(Place place) {
    boolean clean = place.file().isEmpty();
    return new Place(
            place.address(),
            place.function(),
            clean ? "" : Path.of(place.file()).normalize().toString(),
            place.line())
        .text();
  }
}
