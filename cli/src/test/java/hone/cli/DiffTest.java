package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hone.schema.DocumentSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `hone diff` on several profiles a side, by work, across formats, and as a gate of CI.
class DiffTest {

  @TempDir Path folder;

  @Test
  void severalProfilesASideTellChangeFromChance() throws IOException {
    Run run = Run.of(line("diff", side("old", 5, 40), "--", side("new", 5, 60)));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("samples: 5 profiles, then 5 profiles; shares of each profile's total")
        .containsPattern("% {2}sort\n +grew: \\+\\d+\\.\\d % to \\+\\d+\\.\\d %, p = 0\\.00794")
        .containsPattern("% {2}gc\n +may be chance: [^;]+;\n? +growth by \\d+\\.\\d % would")
        .contains("tested together over 252 splits");
    assertThat(run.out().lines()).allMatch(text -> text.length() <= 80);
  }

  @Test
  void aGateClosesWhereSomethingSurelyCostsMore() throws IOException {
    List<String> old = side("old", 5, 40);
    List<String> slow = side("slow", 5, 60);

    Run worse = Run.of(line("diff", "--fail-above", "5%", old, "--", slow));
    Run better = Run.of(line("diff", "--fail-above", "10%", slow, "--", old));
    Run few =
        Run.of(line("diff", "--fail-above", "5%", old.subList(0, 3), "--", slow.subList(0, 3)));
    Run json = Run.of(line("diff", "--fail-above", "5%", "--json", old, "--", slow));

    assertThat(worse.exitCode()).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(worse.err()).isEqualTo("hone: costs more: sort\n");
    assertThat(better.exitCode()).as(better.err()).isZero();
    assertThat(few.exitCode()).isEqualTo(ExitCode.TOOL);
    assertThat(few.err()).contains("too few profiles for any answer: need 4 a side, have 3 and 3");
    JsonNode document = JsonMapper.shared().readTree(json.out());
    assertThat(DocumentSchema.DIFF.problems(document)).isEmpty();
    assertThat(document.path("guard").path("ruling").asString()).isEqualTo("worse");
    assertThat(document.path("functions").path(0).path("p").asDouble()).isEqualTo(2 / 252.0);
  }

  /// Its medians are 0 on both sides.
  @Test
  void whatOnlyOneProfileHasIsShown() throws IOException {
    List<String> old = side("old", 5, 40);
    List<String> other = new ArrayList<>(side("new", 4, 40));
    other.add(collapsed("new5.txt", "main;sort 40", "main;gc 20", "main;compact 40"));

    Run run = Run.of(line("diff", old, "--", other));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("0\\.0 % +\\+0\\.0 % {2}compact, new");
  }

  @Test
  void byWorkALongerRecordingIsNoSlowerProgram() throws IOException {
    String once = collapsed("once.txt", "main;sort 40", "main;gc 10");
    String twice = collapsed("twice.txt", "main;sort 80", "main;gc 40");

    Run named =
        Run.of(line("diff", "--work", once + "=100," + twice + "=200", once, twice, "--json"));
    Run ordered = Run.of(line("diff", "--work", "100,200", once, twice, "--json"));

    JsonNode document = JsonMapper.shared().readTree(named.out());
    assertThat(document.path("measure").asString()).isEqualTo("per_work");
    assertThat(document.path("functions").valueStream().map(row -> row.path("function").asString()))
        .containsExactly("gc");
    assertThat(document.path("functions").path(0).path("shift").asDouble()).isEqualTo(0.1);
    assertThat(ordered.out()).isEqualTo(named.out());
  }

  @Test
  void theWorkOfARunIsWhatItRecorded() throws IOException {
    Path profiles = Files.createDirectories(folder.resolve(".hone/runs/1/profiles"));
    Files.writeString(
        profiles.resolveSibling("collected.json"),
        """
        {"load": {"load": "generated", "achieved_per_second": 50.0, "duration_nanos": 4000000000}}
        """);
    String profile = collapsed(profiles.resolve("cpu.txt").toString(), "main;sort 40");

    Run run = Run.of(line("diff", "--work", "recorded", "--json", profile, profile));
    Run none = Run.of(line("diff", "--work", "recorded", profile, collapsed("x.txt", "a 1")));

    assertThat(
            JsonMapper.shared()
                .readTree(run.out())
                .path("profiles")
                .path(0)
                .path("work")
                .asDouble())
        .isEqualTo(200);
    assertThat(none.exitCode()).isEqualTo(ExitCode.INPUT);
    assertThat(none.err()).contains("x.txt: is no profile of a run that recorded its requests");
  }

  @Test
  void profilesOfDifferentFormatsAreComparedByWhatTheyShare() throws IOException {
    Path root = ProgramCopy.root();
    Path pprof = root.resolve("fixtures/pprof/go-1.26/orders-cpu.pb.gz");
    Path speedscope = folder.resolve("orders.speedscope.json");
    Path collapsed = folder.resolve("orders.collapsed");
    Run.of(line("convert", pprof.toString(), speedscope.toString()));
    Run.of(line("convert", "--type", "samples", pprof.toString(), collapsed.toString()));
    // The collapsed stacks of a recording count its samples, ten milliseconds each.

    for (Path other : List.of(speedscope, collapsed)) {
      Run run = Run.of(line("diff", "--normalize", pprof.toString(), other.toString()));

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("nothing differs");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diff A",
        "diff A A A",
        "diff --work 1 A A",
        "diff --work 0,1 A A",
        "diff --work b=1,A=2 A A",
        "diff --fail-above 5 A A",
        "diff --fail-above 200% A A",
      })
  void sidesAndNumbersThatMakeNoSenseAreWrongUse(String line) throws IOException {
    String profile = collapsed("a.txt", "main 3");

    Run run = Run.of(line.replace("A", profile).split(" "));

    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("hone: ");
    assertThat(run.out()).isEmpty();
  }

  /// Profiles of a program that sorts so much beside a hundred others, each a little different.
  private List<String> side(String name, int count, int sorting) throws IOException {
    List<String> files = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      files.add(
          collapsed(
              name + at + ".txt",
              "main;sort " + (sorting * 10 + at * 7 % 5),
              "main;render " + (400 + at * 11 % 7),
              "main;gc " + (100 + at * 17 % 31),
              "main;idle " + (100 + at * 3 % 5)));
    }
    return files;
  }

  private String collapsed(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  private static String[] line(Object... words) {
    List<String> line = new ArrayList<>();
    for (Object word : words) {
      if (word instanceof List<?> several) {
        several.forEach(each -> line.add(String.valueOf(each)));
      } else {
        line.add(String.valueOf(word));
      }
    }
    return line.toArray(String[]::new);
  }
}
