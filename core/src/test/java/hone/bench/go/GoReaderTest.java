package hone.bench.go;

import static hone.bench.ResultReaderLaws.filled;
import static hone.bench.ResultReaderLaws.measured;
import static hone.bench.ResultReaderLaws.passedOver;
import static hone.bench.ResultReaderLaws.read;
import static hone.bench.ResultReaderLaws.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Better;
import hone.bench.Failure;
import hone.bench.Metric;
import hone.bench.ResultReader;
import hone.bench.ResultReaderLaws;
import hone.bench.Results;
import hone.bench.Series;
import hone.input.Sniff;
import hone.stat.Medians;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoReaderTest implements ResultReaderLaws {

  private final GoReader reader = new GoReader();

  @Override
  public ResultReader reader() {
    return reader;
  }

  @Override
  public byte[] sample() {
    return recording("go.txt");
  }

  @Override
  public byte[] single(String name, String number) {
    return filled("BenchmarkNAME-2 100 NUMBER ns/op\n", name, number);
  }

  @Override
  public String written(String name) {
    return name.equals("a") ? "A" : name.replaceFirst("^[a-z]", "/$0");
  }

  @Test
  void readsWhatBenchstatReads() throws IOException {
    Results results = read(reader, sample());

    // benchstat v0.0.0-20260908200009-22c9c6c9d4da -format csv go.txt (B/s times 1)
    assertThat(median(results, "Encode/format=json", "sec/op")).isCloseTo(1304.5, within(1e-9));
    assertThat(median(results, "Encode/format=json", "B/s")).isCloseTo(5.067e7, within(1e-3));
    assertThat(median(results, "Encode/format=json", "p99-sec")).isEqualTo(12.5);
    assertThat(median(results, "Encode/format=text-8", "sec/op")).isCloseTo(648.35, within(1e-9));
    assertThat(median(results, "Encode/format=text-8", "B/op")).isEqualTo(26);
    assertThat(median(results, "Encode/format=text-8", "allocs/op")).isEqualTo(2);
    assertThat(results.find("Encode/format=json", "B/s").orElseThrow().metric().better())
        .isEqualTo(Better.HIGHER);
    assertThat(results.find("Encode/format=json", "sec/op").orElseThrow().metric())
        .isEqualTo(Metric.TIME);
  }

  @Test
  void keepsWhatFailedInSight() throws IOException {
    assertThat(read(reader, sample()).failures()).containsExactly(new Failure("Broken", "failed"));
  }

  @Test
  void readsEventsAsTheTextTheyCarry() throws IOException {
    byte[] events = recording("go-events.jsonl");
    Results results = read(reader, events);

    assertThat(reader.sniff(ResultReaderLaws.head(events))).isEqualTo(Sniff.YES);
    assertThat(results.series().stream().map(Series::benchmark).distinct())
        .containsExactly("Encode/format=json", "Encode/format=text-8");
    assertThat(results.series()).hasSize(10);
    assertThat(results.failures()).containsExactly(new Failure("Broken", "failed"));
  }

  @Test
  void joinsEventsOfPackagesThatRanAtOnce() throws IOException {
    Results results =
        read(
            reader,
            """
            {"Action":"output","Package":"a","Output":"pkg: a\\n"}
            {"Action":"output","Package":"b","Output":"pkg: b\\n"}
            {"Action":"output","Package":"a","Output":"BenchmarkX-2 \\t"}
            {"Action":"output","Package":"b","Output":"BenchmarkX-2 \\t"}
            {"Action":"output","Package":"b","Output":"10 7 ns/op\\n"}
            {"Action":"output","Package":"a","Output":"10 5 ns/op\\n"}
            """);

    assertThat(measured(results, "a.X", "sec/op")).containsExactly(5);
    assertThat(measured(results, "b.X", "sec/op")).containsExactly(7);
  }

  @Test
  void takesOffTheProcessorsOnlyWhereAllNamesHaveThem() throws IOException {
    Results results = read(reader, "BenchmarkX/size-8 1 5 ns/op\nBenchmarkX/size-16 1 6 ns/op\n");

    assertThat(results.series().stream().map(Series::benchmark))
        .containsExactly("X/size-8", "X/size-16");
  }

  @Test
  void obeysUnitLines() throws IOException {
    Results results = read(reader, "Unit hits/op better=higher\nBenchmarkX 1 5 ns/op 3 hits/op\n");

    assertThat(results.find("X", "hits/op").orElseThrow().metric().better())
        .isEqualTo(Better.HIGHER);
  }

  @Test
  void obeysUnitLinesThatComeLaterAndKnowsWhatIsExact() throws IOException {
    Results results =
        read(reader, "BenchmarkX 1 5 ns/op 3 text-bytes\nUnit text-bytes assume=exact other=x\n");

    assertThat(results.find("X", "text-B").orElseThrow().metric().isCounted()).isTrue();
    assertThat(results.find("X", "sec/op").orElseThrow().metric().isCounted()).isFalse();
  }

  @Test
  void keepsResultsOfTwoConfigurationsApart() throws IOException {
    Results results =
        read(
            reader,
            """
            goos: linux
            note: before
            BenchmarkSize-2 1 5 ns/op
            BenchmarkOther-2 1 6 ns/op
            note: after
            BenchmarkSize-2 1 7 ns/op
            BenchmarkSize-2 1 8 ns/op
            note:
            BenchmarkLast-2 1 9 ns/op
            """);

    assertThat(results.series().stream().map(Series::benchmark))
        .containsExactly("Size [note: before]", "Other", "Size [note: after]", "Last");
    assertThat(measured(results, "Size [note: after]", "sec/op")).containsExactly(7, 8);
  }

  @Test
  void readsNumbersInEveryForm() throws IOException {
    assertThat(
            measured(
                read(
                    reader,
                    """
                    BenchmarkX 1 5 ns/op
                    BenchmarkX 1 5. ns/op
                    BenchmarkX 1 .5 ns/op
                    BenchmarkX 1 1e3 ns/op
                    BenchmarkX 1 0.1234567890123456789 ns/op
                    BenchmarkX 1 123456789012345678901 ns/op
                    BenchmarkX 1 . ns/op
                    BenchmarkX 1 1d ns/op
                    """),
                "X",
                "sec/op"))
        .containsExactly(5, 5, 0.5, 1000, 0.12345678901234568, 1.2345678901234568e20);
  }

  @Test
  void readsLinesOfAnyLength() throws IOException {
    String name = "x".repeat(1_000_000);

    assertThat(measured(read(reader, "BenchmarkX/" + name + " 1 5 ns/op"), "X/" + name, "sec/op"))
        .containsExactly(5);
  }

  @Test
  void saysWhichLinesItCannotRead() throws IOException {
    assertThat(
            passedOver(
                reader,
                """
                BenchmarkA
                BenchmarkA-2 10 5 ns/op
                BenchmarkB-2 10 five ns/op
                BenchmarkC-2 starting up
                BenchmarkD-2 10 NaN ns/op
                BenchmarkE-2 10 0 ns/op 0 B/op
                Benchmarking is fun 3 4
                --- SKIP: BenchmarkF
                """))
        .containsExactly(
            "bench.out:3: expected a number before 'ns/op', found 'five'",
            "bench.out:4: expected 'BenchmarkName count value unit …',"
                + " found 'BenchmarkC-2 starting up'",
            "bench.out:5: impossible sec/op of 'D-2': NaN",
            "bench.out:6: impossible sec/op of 'E-2': 0.0",
            "bench.out:8: skipped: 'BenchmarkF'");
  }

  @Test
  void makesAFailureOfABenchmarkLeftWithoutAPossibleTime() throws IOException {
    Results results = read(reader, "BenchmarkE-2 10 0 ns/op 0 B/op\n");

    assertThat(results.failures()).containsExactly(new Failure("E", "no possible sec/op"));
    assertThat(measured(results, "E", "B/op")).containsExactly(0);
  }

  @Test
  void reportsAPackageThatDidNotBuildOrPanicked() throws IOException {
    assertThat(read(reader, "FAIL\texample.com/shop [build failed]\nFAIL\n").failures())
        .containsExactly(new Failure("example.com/shop", "[build failed]"));
    assertThat(
            read(
                    reader,
                    """
                    pkg: example.com/shop
                    BenchmarkX-2 10 5 ns/op
                    panic: no such order
                    exit status 2
                    FAIL\texample.com/shop\t0.1s
                    """)
                .failures())
        .containsExactly(new Failure("example.com/shop", "panic: no such order"));
  }

  private static double median(Results results, String benchmark, String metric) {
    return Medians.median(measured(results, benchmark, metric));
  }
}
