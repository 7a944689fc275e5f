package hone.benchstat;

import hone.bench.Lines;
import hone.benchstat.GoNumber.NoNumber;
import hone.benchstat.Observation.Setting;
import hone.benchstat.Observation.Value;
import hone.input.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads Go's benchmark format as benchstat does; what it knows of units holds for later inputs too.
final class LineReader {

  private static final String BENCHMARK = "Benchmark";
  private static final String FILE = ".file";

  private final Map<UnitKey, String> units = new HashMap<>();
  private final List<Setting> settings = new ArrayList<>();
  private final Consumer<Observation> observations;
  private final Consumer<String> complaints;
  private String place = "";

  /// A reader that has read nothing.
  ///
  /// @param observations told of each line of results
  /// @param complaints   told of each that is none, with input and line
  LineReader(Consumer<Observation> observations, Consumer<String> complaints) {
    this.observations = observations;
    this.complaints = complaints;
  }

  private record UnitKey(String unit, String key) implements Comparable<UnitKey> {

    @Override
    public int compareTo(UnitKey other) {
      int order = unit.compareTo(other.unit);
      return order != 0 ? order : key.compareTo(other.key);
    }
  }

  /// Whether measurements of a unit have no noise.
  boolean isExact(String unit) {
    return "exact".equals(units.get(new UnitKey(UnitName.tidied(unit).unit(), "assume")));
  }

  void read(String label, Source source) throws IOException {
    settings.clear();
    set(new Setting(FILE, label, false));
    Lines.each(
        source,
        (line, number) -> {
          place = source.name() + ":" + number + ": ";
          line(line);
        });
  }

  private void line(String line) {
    if (line.startsWith(BENCHMARK)) {
      result(line.substring(BENCHMARK.length()));
    } else if (line.startsWith("U") && new Fields(line).next().equals("Unit")) {
      unit(new Fields(line));
    } else {
      setting(line);
    }
  }

  private void complain(String message) {
    complaints.accept(place + message);
  }

  private void result(String line) {
    Fields fields = new Fields(line);
    String name = fields.next();
    if (name.length() == line.length()) {
      return;
    }
    String count = fields.next();
    if (count.isEmpty()) {
      complain("missing iteration count");
      return;
    }
    try {
      GoNumber.whole(count);
    } catch (NoNumber none) {
      complain("parsing iteration count: " + none.getMessage());
      return;
    }
    List<Value> values = new ArrayList<>();
    if (values(fields, values)) {
      observations.accept(new Observation(settings, new ResultName(name), values));
    }
  }

  /// Whether all of them can be read.
  private boolean values(Fields fields, List<Value> values) {
    for (String number = fields.next(); !number.isEmpty(); number = fields.next()) {
      String unit;
      double value;
      try {
        value = GoNumber.any(number);
        unit = fields.next();
      } catch (NoNumber none) {
        complain("parsing measurement: " + none.getMessage());
        return false;
      }
      if (unit.isEmpty()) {
        complain("missing units");
        return false;
      }
      values.add(value(value, unit));
    }
    if (values.isEmpty()) {
      complain("missing measurements");
    }
    return !values.isEmpty();
  }

  /// A number that tidying leaves as it is, which nothing does to zero, keeps its unit.
  private static Value value(double value, String unit) {
    UnitName.Tidied tidied = UnitName.tidied(unit);
    double scaled = value * tidied.factor();
    return new Value(scaled, scaled == value ? unit : tidied.unit(), unit);
  }

  private void unit(Fields fields) {
    fields.next();
    String unit = fields.next();
    if (unit.isEmpty()) {
      complain("missing unit");
      return;
    }
    for (String word = fields.next(); !word.isEmpty(); word = fields.next()) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        complain("expected key=value");
        continue;
      }
      String key = word.substring(0, equals);
      String value = word.substring(equals + 1);
      String before = units.putIfAbsent(new UnitKey(UnitName.tidied(unit).unit(), key), value);
      if (before != null && !before.equals(value)) {
        complain("metadata " + key + " of unit " + unit + " already set to " + before);
      }
    }
  }

  /// `key: value`; without a value the key is taken away.
  private void setting(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || !Character.isLowerCase(line.charAt(0))) {
      return;
    }
    String key = line.substring(0, colon);
    boolean isKey =
        key.chars().noneMatch(each -> Fields.isSpace((char) each) || Character.isUpperCase(each));
    String value = line.substring(colon + 1);
    if (isKey && value.isEmpty()) {
      remove(key);
    } else if (isKey && (value.startsWith(" ") || value.startsWith("\t"))) {
      String stripped = value.replaceFirst("^[ \t]+", "");
      if (stripped.isEmpty()) {
        remove(key);
      } else {
        set(new Setting(key, stripped, true));
      }
    }
  }

  private void set(Setting setting) {
    int at = place(setting.key());
    if (at < 0) {
      settings.add(setting);
    } else {
      settings.set(at, setting);
    }
  }

  /// The last takes the place of what goes, as in benchstat; it shows in the order of new keys.
  private void remove(String key) {
    int at = place(key);
    if (at >= 0) {
      settings.set(at, settings.getLast());
      settings.removeLast();
    }
  }

  private int place(String key) {
    for (int i = 0; i < settings.size(); i++) {
      if (settings.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
