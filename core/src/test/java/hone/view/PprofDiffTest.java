package hone.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hone.GoTool;
import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Order;
import hone.format.Readers;
import hone.input.Source;
import hone.profile.Merge;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Oracle: `go tool pprof -top` with `-diff_base`, `-base` and `-normalize`, and on two files that
/// it merges, on every pair of neighbours in the corpus that measure the same things.
@Tag("slow")
class PprofDiffTest {

  private static final List<String> ALL =
      List.of("-top", "-nodecount=0", "-nodefraction=0", "-edgefraction=0", "-trim=false");

  @TempDir Path folder;

  private record Pair(Path base, Path other) {}

  @TestFactory
  Stream<DynamicTest> differencesAreThoseOfPprof() throws IOException {
    return tests("diff", pair -> same(pair, false));
  }

  @TestFactory
  Stream<DynamicTest> normalisedDifferencesAreThoseOfPprof() throws IOException {
    return tests("normalised diff", pair -> same(pair, true));
  }

  @TestFactory
  Stream<DynamicTest> sumsAreThoseOfPprof() throws IOException {
    return tests("sum", this::sameSum);
  }

  @FunctionalInterface
  private interface OnPair {
    void check(Pair pair) throws Exception;
  }

  private static Stream<DynamicTest> tests(String what, OnPair test) throws IOException {
    return pairs().stream()
        .map(pair ->
            dynamicTest(
                what + " " + pair.base.getFileName() + " " + pair.other.getFileName(),
                () -> test.check(pair)));
  }

  private static List<Pair> pairs() throws IOException {
    List<Pair> pairs = new ArrayList<>();
    List<Path> files = Shared.inputs("pprof-proto");
    for (int at = 0; at + 1 < files.size(); at++) {
      if (Merge.objection(read(files.get(at)), read(files.get(at + 1))).isEmpty()) {
        pairs.add(new Pair(files.get(at), files.get(at + 1)));
      }
    }
    assertThat(pairs).hasSizeGreaterThan(10);
    return pairs;
  }

  private void same(Pair pair, boolean normalised) throws Exception {
    Profile base = read(pair.base);
    Profile other = read(pair.other);
    int type = other.defaultType();
    List<String> options = new ArrayList<>(List.of("-diff_base=" + pair.base));
    if (normalised) {
      options.add("-normalize");
    }
    Profile scaled = normalised ? Normalised.of(other, type, base.total(type)) : other;

    Map<String, PprofText.Row> rows =
        Difference.of(
                Difference.costs(base, type, Granularity.FUNCTIONS),
                Difference.costs(scaled, type, Granularity.FUNCTIONS),
                Order.FLAT)
            .stream()
            .map(row -> new PprofText.Row(row.place().text(), row.flat(), row.cumulative()))
            .filter(row -> row.flat() != 0 || row.cum() != 0)
            .collect(Collectors.toMap(PprofText.Row::name, row -> row));

    assertThat(rows).isEqualTo(expected(pair.other, other, options));
    Profile less =
        Merge.of(
            List.of(normalised ? Normalised.of(other, base) : other, Normalised.negated(base)));
    assertThat(costs(less, type)).isEqualTo(rows);
  }

  private void sameSum(Pair pair) throws Exception {
    Profile base = read(pair.base);
    Profile sum = Merge.of(List.of(base, read(pair.other)));

    assertThat(costs(sum, base.defaultType()))
        .isEqualTo(expected(pair.base, base, List.of(pair.other.toString())));
  }

  private static Map<String, PprofText.Row> costs(Profile profile, int type) {
    return Difference.costs(profile, type, Granularity.FUNCTIONS).entrySet().stream()
        .map(each ->
            new PprofText.Row(
                each.getKey().text(), each.getValue().flat(), each.getValue().cumulative()))
        .collect(Collectors.toMap(PprofText.Row::name, row -> row));
  }

  private Map<String, PprofText.Row> expected(Path file, Profile profile, List<String> options)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(ALL);
    all.add("-sample_index=" + profile.defaultType());
    all.add(PprofText.unit(profile, profile.defaultType()));
    all.addAll(options);
    GoTool.Run run = GoTool.pprof(folder, all, file);
    assertThat(run.exitCode()).isZero();
    return PprofText.top(run.out()).stream()
        .collect(Collectors.toMap(PprofText.Row::name, row -> row));
  }

  private static Profile read(Path file) throws IOException {
    return Readers.formats().read(Source.of(file), _ -> {});
  }
}
