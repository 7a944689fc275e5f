package hone.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.format.Formats;
import hone.format.cpuprofile.CpuprofileReader;
import hone.format.pprof.PprofReader;
import hone.gate.LikelyCause.Scope;
import hone.input.Limits;
import hone.process.Supervisor;
import hone.profile.Profile;
import hone.service.Language;
import hone.view.Slowdown;
import hone.workspace.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real benchmarks of Go and Node.js under their own profilers, on two sides that differ in what
/// one function does.
@Tag("slow")
class RegressionProfilesTest {

  private static final String GO =
      """
      package shop

      import "testing"

      var sink int

      //go:noinline
      func total(n int) int {
      	sum := 0
      	for i := 0; i < n; i++ {
      		sum += i % 7
      	}
      	return sum
      }

      //go:noinline
      func tax(n int) int {
      	sum := 0
      	for i := 0; i < n; i++ {
      		sum += i % 7
      	}
      	return sum
      }

      func BenchmarkBill(b *testing.B) {
      	b.Run("size=1", func(b *testing.B) {
      		for i := 0; i < b.N; i++ {
      			sink += total(100000) + tax(TAX)
      		}
      	})
      }
      """;

  private static final String NODE =
      """
      function total(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum; }
      function tax(n) { let sum = 0; for (let i = 0; i < n; i++) sum += i % 7; return sum; }
      let all = 0;
      for (let i = 0; i < 2000; i++) all += total(100000) + tax(TAX);
      console.log(JSON.stringify({benchmarks: [{name: 'bill', unit: 'ns', samples: [all]}]}));
      """;

  @TempDir private Path directory;

  @Test
  void aGoBenchmarkIsProfiledAloneAndAsOftenOnBothSides() throws Exception {
    Path base = side("base", "bill_test.go", GO, "100000");
    Path head = side("head", "bill_test.go", GO, "300000");
    for (Path side : List.of(base, head)) {
      Files.writeString(side.resolve("go.mod"), "module example.com/shop\n\ngo 1.21\n");
    }

    SidesProfiled.Taken taken = taken(Language.GO, base, head, "Bill/size=1");

    assertThat(taken.scope()).isEqualTo(Scope.BENCHMARK);
    assertThat(taken.files()).hasSize(2).allMatch(Files::isRegularFile);
    List<Slowdown> grown =
        Slowdown.of(side(base, taken.base()), side(head, taken.head()), type(taken), 2);
    // Of two equal parts one was tax; of four there are three now. Where the machine is busy, Go
    // counts
    // interrupted loops to runtime.asyncPreempt, so the figures are with what a function calls.
    assertThat(grown)
        .filteredOn(each -> each.function().endsWith(".tax"))
        .singleElement()
        .satisfies(tax -> assertThat(tax.cumulative()).isCloseTo(1, within(0.4)));
    assertThat(grown).noneMatch(each -> each.function().endsWith(".total"));
  }

  @Test
  void allBenchmarksOfNodeAreProfiledWithoutAChangeToTheirLine() throws Exception {
    Path base = side("base", "bench.js", NODE, "10000");
    Path head = side("head", "bench.js", NODE, "300000");

    SidesProfiled.Taken taken = taken(Language.NODE, base, head, "bill");

    assertThat(taken.scope()).isEqualTo(Scope.SUITE);
    List<Slowdown> grown =
        Slowdown.of(side(base, taken.base()), side(head, taken.head()), type(taken), 1);
    assertThat(grown.getFirst().function()).isEqualTo("tax");
  }

  @Test
  void whatCannotBeProfiledIsSaid() throws Exception {
    Path base = side("base", "bench.js", "process.exit(7)", "");

    try (Supervisor supervisor = Supervisor.open()) {
      RegressionProfiles profiles = profiles(supervisor, Language.NODE);
      SidesProfiled failed =
          profiles.taken(
              new RegressionProfiles.Sides(base, base),
              "1",
              "x",
              OptionalDouble.empty(),
              Duration.ofSeconds(20));

      assertThat(failed)
          .isInstanceOfSatisfying(
              SidesProfiled.Failed.class,
              why -> assertThat(why.reason()).startsWith("on base: exit code 7"));
    }
  }

  private static Slowdown.Side side(Path root, Profile profile) {
    return new Slowdown.Side(profile, root.toString());
  }

  private static int type(SidesProfiled.Taken taken) {
    return taken.head().defaultType();
  }

  private SidesProfiled.Taken taken(Language language, Path base, Path head, String benchmark)
      throws Exception {
    try (Supervisor supervisor = Supervisor.open()) {
      SidesProfiled profiled =
          profiles(supervisor, language)
              .taken(
                  new RegressionProfiles.Sides(base, head),
                  "1",
                  benchmark,
                  OptionalDouble.of(4e5),
                  Duration.ofMinutes(3));
      assertThat(profiled).isInstanceOf(SidesProfiled.Taken.class);
      return (SidesProfiled.Taken) profiled;
    }
  }

  private RegressionProfiles profiles(Supervisor supervisor, Language language) {
    Formats formats =
        new Formats(
            List.of(new PprofReader(Limits.defaults()), new CpuprofileReader(Limits.defaults())),
            Limits.defaults());
    return RegressionProfiles.of(
        new Shell(supervisor, Map.of()),
        formats,
        language,
        "node bench.js",
        directory.resolve("profiles"));
  }

  private Path side(String name, String file, String text, String tax) throws IOException {
    Path side = Files.createDirectories(directory.resolve(name));
    Files.writeString(side.resolve(file), text.replace("TAX", tax));
    return side;
  }
}
