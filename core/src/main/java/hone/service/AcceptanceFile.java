package hone.service;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads `hone-accepted.yaml`: a list of what a team accepts although the gate would close for it.
///
/// ```yaml
/// - benchmark: Encode/format=json
///   metric: sec/op
///   up_to: 20 %
///   reason: every field is validated now
///   owner: payments
///   expires: 2027-01-31
/// - benchmark: LegacyExport
///   verdict: missing
///   reason: the export is gone
///   owner: payments
///   expires: 2027-01-31
/// ```
///
/// One entry that is wrong makes the whole file wrong: nobody is to find out later that a line was
/// passed over.
public final class AcceptanceFile {

  /// Its name, beside hone.yaml.
  public static final String NAME = "hone-accepted.yaml";

  private static final List<String> KEYS =
      List.of("benchmark", "metric", "verdict", "up_to", "reason", "owner", "expires");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,4})?)\\s*%");
  private static final int MOST = 200;

  private AcceptanceFile() {}

  /// The entries, in their order; none for a file that holds nothing but comments.
  ///
  /// @throws FormatException if the file is not YAML, or one entry is not whole
  public static List<Acceptance> read(Source source) throws IOException {
    Optional<Node> root = Yaml.root(source);
    if (root.isEmpty()) {
      return List.of();
    }
    if (!(root.get() instanceof SequenceNode entries)) {
      throw new FormatException(source.name(), "expected a list, each entry with a benchmark");
    }
    if (entries.getValue().size() > MOST) {
      throw new FormatException(source.name(), "more than " + MOST + " entries");
    }
    List<Acceptance> acceptances = new ArrayList<>();
    for (Node entry : entries.getValue()) {
      acceptances.add(acceptance(source.name(), entry));
    }
    return List.copyOf(acceptances);
  }

  private static Acceptance acceptance(String input, Node entry) throws FormatException {
    Fields fields = Fields.of(input, entry, KEYS);
    String benchmark = needed(fields, "benchmark");
    Acceptance.Of of =
        fields
            .choice("verdict", Acceptance.Of.values(), Acceptance.Of::toString)
            .orElse(Acceptance.Of.REGRESSED);
    boolean measured = of == Acceptance.Of.REGRESSED;
    if (measured) {
      needed(fields, "metric");
      needed(fields, "up_to");
    } else if (fields.has("up_to")) {
      throw fields.failure("up_to has no meaning beside 'verdict: " + of + "'");
    }
    double upTo = fields.value("up_to", AcceptanceFile::share).orElse(0.0);
    Optional<String> metric = fields.text("metric");
    String reason = needed(fields, "reason");
    String owner = needed(fields, "owner");
    needed(fields, "expires");
    LocalDate expires = fields.value("expires", AcceptanceFile::date).orElseThrow();
    return fields.checked(
        "entry",
        () ->
            new Acceptance(benchmark, metric, of, upTo, reason, owner, expires, Yaml.line(entry)));
  }

  private static String needed(Fields fields, String key) throws FormatException {
    return fields.text(key).orElseThrow(() -> fields.failure("an entry without '" + key + "'"));
  }

  private static double share(String text) {
    Matcher percent = PERCENT.matcher(text.strip());
    if (!percent.matches()) {
      throw new IllegalArgumentException("not a share such as 20 %: \"" + text + "\"");
    }
    return Double.parseDouble(percent.group(1)) / 100;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException("not a date such as 2027-01-31: \"" + text + "\"");
    }
  }
}
