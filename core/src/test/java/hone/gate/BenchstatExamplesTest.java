package hone.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Results;
import hone.bench.go.GoReader;
import hone.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The files that benchstat itself is tested with, and those it gets wrong.
class BenchstatExamplesTest {

  @Test
  void saysWhatBenchstatSaysOfItsOwnExample() throws IOException {
    Path folder = shared("profiles/go-bench/1b6839fd/in");
    List<Judgement> judgements =
        compare(
            Files.readString(folder.resolve("old.txt")),
            Files.readString(folder.resolve("new.txt")));

    // benchstat -format csv old.txt new.txt (golang/perf, csvOldNew.stdout):
    // json 1.718e-06 → 1.4225e-06, -17.20 %, p=0.000; gob 3.0655e-06 → 3.07e-06, ~, p=0.446
    Judgement json = judgements.get(0);
    assertThat(json.benchmark()).isEqualTo("Encode/format=json");
    assertThat(json.oldMedian()).isEqualTo(1718);
    assertThat(json.newMedian()).isEqualTo(1422.5);
    assertThat(json.effect()).isCloseTo(-0.1720, within(5e-5));
    assertThat(json.p()).isLessThan(0.0005);
    assertThat(json.verdict()).isEqualTo(Verdict.SUSPECTED_IMPROVED);
    Judgement gob = judgements.get(1);
    assertThat(gob.benchmark()).isEqualTo("Encode/format=gob");
    assertThat(gob.oldMedian()).isEqualTo(3065.5);
    assertThat(gob.newMedian()).isEqualTo(3070);
    assertThat(gob.p()).isCloseTo(0.446, within(0.01));
    assertThat(gob.verdict()).isEqualTo(Verdict.UNCHANGED);
  }

  @Test
  void readsEveryLineOfALargeRecording() throws IOException {
    Path file = shared("profiles/go-bench/5a6d434c/in/suffixarray.bench");
    String text = Files.readString(file);

    Results results =
        new GoReader().read(Source.of(file), passedOver -> fail(passedOver.toString()));

    long lines = text.lines().filter(line -> line.startsWith("Benchmark")).count();
    assertThat(
            results.series().stream()
                .filter(each -> each.metric().name().equals("sec/op"))
                .mapToInt(each -> each.samples().size())
                .sum())
        .isEqualTo((int) lines);
    assertThat(results.series().getFirst().benchmark())
        .isEqualTo("New/text=opticks/size=100K/bits=32");
  }

  @Test
  void countsTheTiesThatBenchstatGetsWrong() throws IOException {
    // benchstat v0.0.0-20260908200009-22c9c6c9d4da -col col FILE prints:
    // tie2.txt "0.00% (n=4+3)", tie4.txt p=1.091, tie3.txt p=0.048
    assertThat(tie("tie2.txt").p()).isCloseTo(3.0 / 7, within(1e-14));
    assertThat(tie("tie4.txt").p()).isCloseTo(1, within(1e-14));
    assertThat(tie("tie3.txt").p()).isCloseTo(26.0 / 323, within(1e-14));
  }

  private static Judgement tie(String name) throws IOException {
    String text = Files.readString(shared("statistics").resolve(name));
    int second = text.indexOf("col: b");
    return compare(text.substring(0, second), text.substring(second)).getFirst();
  }

  private static List<Judgement> compare(String old, String candidate) throws IOException {
    return Compare.unblocked(read(old), read(candidate), Rules.defaults());
  }

  private static Results read(String text) throws IOException {
    return new GoReader().read(Source.of("bench.txt", text.getBytes(UTF_8)), ignored -> {});
  }

  private static Path shared(String name) {
    String told = System.getProperty("hone.shared", System.getenv("HONE_SHARED"));
    Path here = Path.of("").toAbsolutePath();
    Path module = here.endsWith("core") ? here : here.resolve("core");
    Path shared = told == null ? module.resolve("../../shared").normalize() : Path.of(told);
    Path found = shared.resolve("fixtures").resolve(name);
    Assumptions.assumeTrue(Files.exists(found), "skipped: nothing recorded beside the project");
    return found;
  }
}
