package hone.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingPolicyTest {

  private static final Set<String> BASE =
      Set.of("src/search.js", "src/other.js", "test/search.test.js", "README.md", "AGENTS.md");
  private static final Allowance FINDING = new Allowance.Finding(Set.of("src/search.js"));

  @Test
  void theFilesOfTheFindingMayBeEdited() {
    assertThat(objection(edited("src/search.js"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test/faster.test.js",
        "internal/api/faster_test.go",
        "tests/test_faster.py",
        "benchmarks/bench_faster.py",
        "src/test/java/orders/FasterTest.java",
        "bench/faster.bench.mjs"
      })
  void testsAndBenchmarksMayBeAdded(String path) {
    assertThat(objection(edited("src/search.js"), added(path))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "src/other.js, it edits a file that is none of the finding's",
    "README.md, it edits a file that is none of the finding's",
    "test/search.test.js, it touches a test",
    "AGENTS.md, it touches the standards or the settings of hone or an agent",
    "package.json, it touches the build"
  })
  void nothingElseMayBeEdited(String path, String reason) {
    assertThat(objection(edited(path))).hasValue(reason + ": " + path);
  }

  @ParameterizedTest
  @CsvSource({
    "src/fast.js, it adds a file that is neither a test nor a benchmark by its name",
    "tests/json.py, it adds a file that is neither a test nor a benchmark by its name",
    "tests/conftest.py, it adds a file that is neither a test nor a benchmark by its name",
    "testdata/fuzz/seed, it adds a file that is neither a test nor a benchmark by its name",
    "tests/pytest.ini, it touches the build",
    "test/package.json, it touches the build",
    "SRC/Search.js, it adds a file whose name differs from another's only by case or accents",
    "agents.md, it touches the standards or the settings of hone or an agent"
  })
  void nothingElseMayBeAdded(String path, String reason) {
    assertThat(objection(added(path))).hasValue(reason + ": " + path);
  }

  @ParameterizedTest
  @CsvSource({
    "100644, 120000, it has a symbolic link",
    "000000, 120000, it has a symbolic link",
    "000000, 160000, it has a submodule",
    "100644, 100755, 'it makes a file executable, or no longer so'",
    "100644, 000000, it deletes a file"
  })
  void aFileStaysWhatItIs(String before, String after, String reason) {
    assertThat(objection(new Touched("src/search.js", before, after, false)))
        .hasValue(reason + ": src/search.js");
  }

  @Test
  void aFileThatIsNoTextIsRefused() {
    assertThat(objection(new Touched("src/search.js", "100644", "100644", true)))
        .hasValue("it has a file that is no text: src/search.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test/a\u202Egnp.test.js",
        "test/e\u0301.test.js",
        "test/a\\b.test.js",
        "test/\u001B[31m.test.js",
        "test/a:b.test.js",
        "test./a.test.js",
        "test//a.test.js"
      })
  void aNameThatIsNotWhatItLooksLikeIsRefused(String path) {
    assertThat(objection(added(path)))
        .hasValueSatisfying(
            reason -> assertThat(reason).startsWith("a file's name is not plain: "));
    assertThat(objection(added(path)).orElse("").chars()).allMatch(point -> point >= ' ');
  }

  @Test
  void twoNewFilesMayNotShareANameOnSomeSystems() {
    assertThat(objection(added("test/a.test.js"), added("test/A.test.js")))
        .hasValue("it has two files whose names differ only by case or accents: test/a.test.js");
  }

  @Test
  void thePatchIsSmall() {
    Touched[] many =
        IntStream.range(0, 13)
            .mapToObj(i -> added("test/a" + i + ".test.js"))
            .toArray(Touched[]::new);
    assertThat(objection(many)).hasValue("it touches more than 12 files: 13");
    Change longOne = new Change("tree", "+x\n".repeat(1_001), List.of(edited("src/search.js")));
    assertThat(Policy.objection(longOne, FINDING, BASE))
        .hasValue("it changes more than 1000 lines: 1001");
  }

  @Test
  void anyoneMayEditAnythingThatIsNotProtectedOnceAPersonHasMadeThePatch() {
    Change change = new Change("tree", "", List.of(edited("src/other.js"), added("src/fast.js")));

    assertThat(Policy.objection(change, Allowance.anywhere(), BASE)).isEmpty();
  }

  @Test
  void nativeCodeIsNeverAdded() {
    Change change = new Change("tree", "", List.of(added("internal/api/fast_amd64.s")));

    assertThat(Policy.objection(change, Allowance.anywhere(), BASE))
        .hasValue("it adds native code: internal/api/fast_amd64.s");
  }

  private static Touched edited(String path) {
    return new Touched(path, "100644", "100644", false);
  }

  private static Touched added(String path) {
    return new Touched(path, Touched.ABSENT, "100644", false);
  }

  private static Optional<String> objection(Touched... files) {
    return Policy.objection(new Change("tree", "", List.of(files)), FINDING, BASE);
  }
}
