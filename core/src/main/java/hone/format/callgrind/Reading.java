package hone.format.callgrind;

import hone.format.CallGraph;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Limits;
import hone.profile.ValueType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the lines of one file: which function they are of, and what they cost.
final class Reading {

  private static final Pattern SPECIFICATION =
      Pattern.compile("(?<key>ob|fl|fi|fe|fn|cob|cfi|cfl|cfn|jfi|jfn)=(?<name>.*)");
  private static final Pattern COMPRESSED =
      Pattern.compile("\\((?<id>\\d{1,9})\\)(?: (?<name>.*))?");
  private static final Pattern HEADER = Pattern.compile("(?<key>[a-z]{1,20}):(?<value>.*)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<sign>[-+]?)(?<digits>0x[0-9a-fA-F]{1,15}|\\d{1,18})");
  private static final int MOST_COLUMNS = 64;
  private static final int SHOWN = 80;
  private static final String UNKNOWN = "<unknown>";

  /// A callee without a file stands in the one that the line of the call is in.
  private static final String SAME_FILE = "";

  private final String input;
  private final Limits limits;
  private final Consumer<Diagnostic> passedOver;
  private final Map<String, String> names = new HashMap<>();
  private List<String> positions = List.of("line");
  private Costs costs;
  private boolean hasEvents;
  private long[] last = new long[MOST_COLUMNS];
  private Costs.Function caller = new Costs.Function("", "", UNKNOWN);
  private Costs.Function callee = new Costs.Function("", SAME_FILE, UNKNOWN);
  private String file = "";
  private boolean calling;
  private boolean valgrind;
  private boolean ended;
  private long told;
  private long number;

  Reading(String input, Limits limits, Consumer<Diagnostic> passedOver) {
    this.input = input;
    this.limits = limits;
    this.passedOver = passedOver;
    costs = new Costs(input, limits, List.of());
  }

  void line(String text, long at) throws FormatException {
    number = at;
    String line = text.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    Matcher specification = SPECIFICATION.matcher(line);
    Matcher header = HEADER.matcher(line);
    if (specification.matches()) {
      specify(specification.group("key"), specification.group("name").strip());
    } else if (line.startsWith("calls=")) {
      calling = true;
    } else if (header.matches()) {
      header(header.group("key"), header.group("value").strip());
    } else if (!line.startsWith("jump=") && !line.startsWith("jcnd=")) {
      cost(line);
    }
  }

  List<ValueType> types() throws FormatException {
    if (!hasEvents) {
      throw new FormatException(input, "no 'events:' line");
    }
    return costs.types();
  }

  /// What a reader of the numbers should know: Valgrind ends a file with the totals.
  List<String> warnings() {
    return told > 0 && !ended
        ? List.of(
            String.format(
                Locale.ROOT,
                "the file ends early, with %,d of %,d of the first event",
                costs.firstTotal(),
                told))
        : List.of();
  }

  CallGraph graph() throws FormatException {
    return costs.graph();
  }

  private void header(String key, String value) throws FormatException {
    switch (key) {
      case "events" -> {
        List<String> events = words(value);
        if (events.isEmpty() || events.size() > MOST_COLUMNS / 2) {
          throw broken("'" + shown(value) + "' are no events");
        }
        if (!hasEvents) {
          costs = new Costs(input, limits, events);
          hasEvents = true;
        }
      }
      case "positions" -> {
        positions = words(value);
        if (positions.size() > 2 || !List.of("instr", "line").containsAll(positions)) {
          throw broken("positions '" + shown(value) + "' are not known");
        }
      }
      case "creator" -> valgrind = value.startsWith("callgrind");
      case "summary" -> summary(value);
      case "totals" -> ended = true;
      default -> {
        // The rest of a header says which program this was.
      }
    }
  }

  /// What Valgrind puts before the costs it is the sum of.
  private void summary(String value) {
    List<String> sums = words(value);
    if (valgrind && !sums.isEmpty() && sums.getFirst().matches("\\d{1,18}")) {
      told = Long.parseLong(sums.getFirst());
    }
  }

  private void specify(String key, String text) {
    String kind = key.endsWith("fn") ? "fn" : key.endsWith("ob") ? "ob" : "fl";
    String name = name(kind, text);
    switch (key) {
      case "ob" -> caller = new Costs.Function(name, caller.file(), caller.name());
      case "fl" -> {
        file = name;
        caller = new Costs.Function(caller.object(), name, caller.name());
      }
      case "fi", "fe" -> file = name;
      case "fn" -> {
        caller = new Costs.Function(caller.object(), caller.file(), filled(name));
        file = caller.file();
        callee = new Costs.Function(caller.object(), SAME_FILE, UNKNOWN);
      }
      case "cob" -> callee = new Costs.Function(name, callee.file(), callee.name());
      case "cfi", "cfl" -> callee = new Costs.Function(callee.object(), name, callee.name());
      case "cfn" -> callee = new Costs.Function(callee.object(), callee.file(), filled(name));
      default -> {
        // Where a jump leads to, which may be the first to tell a name.
      }
    }
  }

  private String name(String kind, String text) {
    Matcher compressed = COMPRESSED.matcher(text);
    if (!compressed.matches()) {
      return text;
    }
    String key = kind + compressed.group("id");
    String name = compressed.group("name");
    if (name != null) {
      names.put(key, name);
      return name;
    }
    return names.getOrDefault(key, UNKNOWN);
  }

  /// A line of positions and costs: of a call where one was announced, else of the function.
  private void cost(String line) throws FormatException {
    List<String> words = words(line);
    if (!hasEvents || words.size() > MOST_COLUMNS) {
      throw broken("expected 'events:' before costs, found '" + shown(line) + "'");
    }
    long[] row = new long[words.size()];
    for (int column = 0; column < row.length; column++) {
      Matcher word = NUMBER.matcher(words.get(column));
      if (!word.matches() && !words.get(column).equals("*")) {
        passedOver.accept(
            new Diagnostic(input, number, "expected costs, found '" + shown(line) + "'"));
        return;
      }
      row[column] = word.matches() ? value(word, last[column]) : last[column];
      last[column] = row[column];
    }
    long[] spent = Arrays.copyOfRange(row, Math.min(positions.size(), row.length), row.length);
    int from = costs.number(caller);
    if (calling) {
      String in = callee.file().equals(SAME_FILE) ? file : callee.file();
      Costs.Function called = new Costs.Function(callee.object(), in, callee.name());
      costs.call(from, costs.number(called), spent);
      callee = new Costs.Function(caller.object(), SAME_FILE, UNKNOWN);
      calling = false;
    } else {
      int lineColumn = positions.indexOf("line");
      boolean placed = lineColumn >= 0 && lineColumn < row.length && file.equals(caller.file());
      long place = placed ? row[lineColumn] : 0;
      costs.spend(from, Math.clamp(place, 0, Integer.MAX_VALUE), spent);
    }
  }

  private long value(Matcher word, long before) throws FormatException {
    String digits = word.group("digits");
    long value =
        digits.startsWith("0x") ? Long.parseLong(digits.substring(2), 16) : Long.parseLong(digits);
    try {
      return switch (word.group("sign")) {
        case "+" -> Math.addExact(before, value);
        case "-" -> Math.subtractExact(before, value);
        default -> value;
      };
    } catch (ArithmeticException overflow) {
      throw broken("'" + word.group() + "' does not fit 64 bits");
    }
  }

  private static String filled(String name) {
    return name.isBlank() ? UNKNOWN : name;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", 0));
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private FormatException broken(String message) {
    return new FormatException(input, "line " + number + ": " + message);
  }
}
