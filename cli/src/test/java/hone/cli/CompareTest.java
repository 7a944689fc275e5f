package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

  private static final String OLD =
      """
      BenchmarkA/x=1-2 10 100 ns/op
      BenchmarkA/x=1-2 10 101 ns/op
      BenchmarkA/x=1-2 10 102 ns/op
      BenchmarkA/x=1-2 10 103 ns/op
      """;

  @TempDir private Path directory;
  private Path old;
  private Path candidate;

  @BeforeEach
  void write() throws IOException {
    old = Files.writeString(directory.resolve("old.txt"), OLD);
    candidate = Files.writeString(directory.resolve("new.txt"), OLD.replace("10 10", "10 20"));
  }

  @Test
  void suspectsAtMost() {
    Run run = Run.of("compare", old.toString(), candidate.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("suspected-regressed");
  }

  @Test
  void speaksLikeBenchstatWithOneDashOrTwo() {
    Run one =
        Run.of("compare", "--compat=benchstat", "-row", ".name", "O=" + old, "N=" + candidate);
    Run two = Run.of("compare", "O=" + old, "N=" + candidate, "--compat=benchstat", "--row=.name");

    // benchstat v0.0.0-20260908200009-22c9c6c9d4da -row .name O=old.txt N=new.txt
    assertThat(one.out())
        .isEqualTo(
            """
              │      O       │                  N                  │
              │    sec/op    │    sec/op     vs base               │
            A   101.5n ± ∞ ¹   201.5n ± ∞ ¹  +98.52% (p=0.029 n=4)
            ¹ need >= 6 samples for confidence interval at level 0.95
            """);
    assertThat(one.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(two.out()).isEqualTo(one.out());
  }

  @Test
  void doesNotPassOverAFileThatIsMissingOrEmpty() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.txt"), "nothing\n");

    assertThat(Run.of("compare", "--compat=benchstat", directory + "/none").exitCode())
        .isEqualTo(ExitCode.INPUT);
    assertThat(Run.of("compare", "--compat=benchstat", empty.toString()).exitCode())
        .isEqualTo(ExitCode.INPUT);
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertThat(Run.of("compare", old.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("compare", "-row", ".name", "a", "b").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("compare", "--json", "--compat=benchstat", "a", "b").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("compare", "--compat=benchstat", "-filter", "(", old.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("compare", "--compat=benchstat", "-alpha", "2", old.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void noNameSteersTheTerminal() throws IOException {
    Path hostile =
        Files.writeString(
            directory.resolve("x.txt"),
            "note: \u001b[2J\nBenchmarkA/\u001b[31m\u202e-2 1 5 ns/op\n");

    for (String format : new String[] {"text", "csv"}) {
      Run run = Run.of("compare", "--compat=benchstat", "-format", format, hostile.toString());
      assertThat(run.out() + run.err()).contains("\\u001b").doesNotContain("\u001b", "\u202e");
    }
  }
}
