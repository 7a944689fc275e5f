package hone.cli;

import hone.benchstat.Benchstat;
import hone.benchstat.Inputs;
import hone.benchstat.QueryException;
import hone.input.FormatException;
import hone.input.Gzip;
import hone.input.Limits;
import hone.input.Printable;
import hone.input.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// benchstat's own options, with one dash as there, or with two.
final class BenchstatOptions {

  @Option(
      names = {"-table", "--table"},
      paramLabel = "KEYS",
      description = "With --compat: what makes a table.")
  private Optional<String> table;

  @Option(
      names = {"-row", "--row"},
      paramLabel = "KEYS",
      description = "With --compat: what makes a row.")
  private Optional<String> row;

  @Option(
      names = {"-col", "--col"},
      paramLabel = "KEYS",
      description = "With --compat: what makes a column.")
  private Optional<String> column;

  @Option(
      names = {"-ignore", "--ignore"},
      paramLabel = "KEYS",
      description = "With --compat: what makes no difference.")
  private Optional<String> ignore;

  @Option(
      names = {"-filter", "--filter"},
      paramLabel = "QUERY",
      description = "With --compat: use only what matches.")
  private Optional<String> filter;

  @Option(
      names = {"-alpha", "--alpha"},
      paramLabel = "P",
      description = "With --compat: a p below this is a difference.")
  private Optional<Double> alpha;

  @Option(
      names = {"-confidence", "--confidence"},
      paramLabel = "LEVEL",
      description = "With --compat: of the intervals.")
  private Optional<Double> confidence;

  @Option(
      names = {"-format", "--format"},
      paramLabel = "FORMAT",
      description = "With --compat: text or csv.")
  private Optional<String> format;

  /// Whether none of them was given.
  boolean areAbsent() {
    return table.isEmpty()
        && row.isEmpty()
        && column.isEmpty()
        && ignore.isEmpty()
        && filter.isEmpty()
        && alpha.isEmpty()
        && confidence.isEmpty()
        && format.isEmpty();
  }

  /// Prints what benchstat prints of these files.
  int run(List<String> files, CommandSpec spec) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Benchstat.Report report = Benchstat.compare(options(), inputs(files));
      if (report.text().isEmpty()) {
        report.warnings().forEach(each -> err.println(Printable.of(each)));
        throw new FormatException(String.join(", ", files), "no benchmark results");
      }
      spec.commandLine().getOut().print(Printable.lines(report.text()));
      report.warnings().forEach(each -> err.println(Printable.of(each)));
      report.notes().forEach(each -> err.println("hone: " + Printable.of(each)));
      return ExitCode.DONE;
    } catch (QueryException | IllegalArgumentException wrong) {
      throw new ParameterException(
          spec.commandLine(), Printable.lines(String.valueOf(wrong.getMessage())));
    }
  }

  private Benchstat.Options options() {
    Benchstat.Query defaults = Benchstat.Query.defaults();
    Benchstat.Query query =
        new Benchstat.Query(
            table.orElse(defaults.table()),
            row.orElse(defaults.row()),
            column.orElse(defaults.column()),
            ignore.orElse(defaults.ignore()),
            filter.orElse(defaults.filter()));
    Benchstat.Format written =
        switch (format.orElse("text")) {
          case "text" -> Benchstat.Format.TEXT;
          case "csv" -> Benchstat.Format.CSV;
          default -> throw new IllegalArgumentException("-format must be text or csv");
        };
    return new Benchstat.Options(query, alpha.orElse(0.05), confidence.orElse(0.95), written);
  }

  private static List<Map.Entry<String, Source>> inputs(List<String> files) throws IOException {
    List<Map.Entry<String, Source>> inputs = new ArrayList<>();
    for (Inputs.Named named : Inputs.of(files)) {
      Source source =
          named.path().equals("-")
              ? Source.of("-", System.in.readAllBytes())
              : Gzip.unpacked(Source.of(Path.of(named.path())), Limits.defaults());
      inputs.add(Map.entry(named.label(), source));
    }
    return inputs;
  }
}
