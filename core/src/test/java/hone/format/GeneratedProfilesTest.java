package hone.format;

import static org.assertj.core.api.Assertions.assertThat;

import hone.Shared;
import hone.analysis.Granularity;
import hone.analysis.Hotspot;
import hone.analysis.Hotspots;
import hone.input.Source;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One call tree, written in five formats by a generator that is not ours, is one table.
@Tag("slow")
class GeneratedProfilesTest {

  @TempDir private Path folder;

  @Test
  void givesTheGeneratorsTableFromEveryFormat() throws IOException, InterruptedException {
    generate("pprof,collapsed,speedscope,cpuprofile,perf,truth");
    List<String> truth =
        Files.readAllLines(folder.resolve("tree.truth.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .toList();

    Profile pprof = read("tree.pb");
    assertThat(table(pprof)).isEqualTo(truth);
    assertThat(table(read("tree.collapsed"))).isEqualTo(truth);
    assertThat(table(read("tree.speedscope.json"))).isEqualTo(truth);
    // perf's text has every stack once, whatever its value.
    Profile once = counted(pprof);
    assertThat(table(read("tree.perf.txt"))).isEqualTo(table(once));
    // So has .cpuprofile, of whose inlined calls the generator writes the innermost only.
    assertThat(flat(read("tree.cpuprofile"))).isEqualTo(flat(once));
  }

  private void generate(String formats) throws IOException, InterruptedException {
    String tool = Shared.path("tools/GenProfile.java").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                tool,
                "--samples",
                "3000",
                "--locations",
                "900",
                "--functions",
                "300",
                "--depth",
                "40",
                "--out",
                folder.resolve("tree").toString(),
                "--formats",
                formats)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
  }

  private Profile read(String file) throws IOException {
    return Readers.formats().read(Source.of(folder.resolve(file)), _ -> {});
  }

  /// Every sample of a profile once.
  private static Profile counted(Profile profile) {
    ProfileBuilder builder = new ProfileBuilder(List.of(profile.types().getFirst()));
    for (int stack = 0; stack < profile.stackCount(); stack++) {
      int frame = builder.frame(profile.frames().get(profile.stackFrame(stack)));
      builder.stack(frame, profile.stackCaller(stack));
    }
    for (int sample = 0; sample < profile.sampleCount(); sample++) {
      builder.sample(profile.sampleStack(sample), 1);
    }
    return builder.build(profile.recording(), 0);
  }

  private static List<String> table(Profile profile) {
    return Hotspots.of(profile, samples(profile), Granularity.FUNCTIONS).stream()
        .map(each -> each.function() + "\t" + each.flat() + "\t" + each.cumulative())
        .sorted()
        .toList();
  }

  private static Map<String, Long> flat(Profile profile) {
    Map<String, Long> flat = new HashMap<>();
    for (Hotspot each : Hotspots.of(profile, samples(profile), Granularity.FUNCTIONS)) {
      if (each.flat() > 0) {
        flat.merge(each.function(), each.flat(), Long::sum);
      }
    }
    return flat;
  }

  /// The counts; speedscope's are weights.
  private static int samples(Profile profile) {
    return profile.type("weight").orElseGet(() -> profile.type("samples").orElseThrow());
  }
}
