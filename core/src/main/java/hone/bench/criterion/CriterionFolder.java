package hone.bench.criterion;

import hone.bench.JsonResults;
import hone.bench.Results;
import hone.bench.ResultsBuilder;
import hone.input.Diagnostic;
import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads a folder that criterion.rs fills, `target/criterion`: the newest samples of each benchmark,
/// from the folders called `new`.
public final class CriterionFolder {

  private static final int DEEPEST = 12;

  private CriterionFolder() {}

  /// All benchmarks below a folder, by their path.
  ///
  /// @throws FormatException if there is none, or a file is broken
  public static Results read(Path folder, Consumer<Diagnostic> passedOver) throws IOException {
    ResultsBuilder results = new ResultsBuilder(folder.toString(), passedOver);
    for (Path sample : samples(folder)) {
      Path told = sample.resolveSibling("benchmark.json");
      String path = folder.relativize(sample).toString();
      String id =
          Files.isRegularFile(told)
              ? JsonResults.text(JsonResults.read(Source.of(told)).path("full_id"))
              : "";
      String name = id.isEmpty() ? CriterionReader.nameOf("criterion/" + path) : id;
      CriterionReader.samples(results, name, JsonResults.read(Source.of(sample)), 1);
    }
    return results.build();
  }

  private static List<Path> samples(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files.filter(file -> file.endsWith(Path.of("new", "sample.json"))).sorted().toList();
    }
  }
}
