package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.EvidenceQuality.Verdict;
import hone.format.Readers;
import hone.input.Source;
import hone.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// One program of known shares, 60 : 30 : 10, recorded with the samplers of two JDKs.
class SamplerBiasTest {

  private static final Path FIXTURES = Path.of("../fixtures/jfr/shares");

  @Test
  void warnsOfTheSamplerThatPutsTheFunctionsInTheWrongOrder() throws IOException {
    Profile old = profile("jdk-17.jfr.gz");

    assertThat(order(old)).containsExactly("Shares.text", "Shares.sort", "Shares.hash");
    EvidenceQuality quality = quality(old);
    assertThat(quality.verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(quality.reasons())
        .contains(
            "samples cover only 48.1 % of the processor time used",
            "jdk.ExecutionSample misses native code and intrinsics");
  }

  /// Its compilers and its collector are part of what the process used.
  @Test
  void callsTheSamplerUsableThatPutsThemInTheRightOrder() throws IOException {
    Profile recent = profile("jdk-25.jfr.gz");

    assertThat(order(recent)).containsExactly("Shares.hash", "Shares.text", "Shares.sort");
    assertThat(quality(recent).verdict()).isEqualTo(Verdict.CARE);
    assertThat(quality(recent).reasons())
        .containsExactly(
            "only 244 samples: small shares are uncertain",
            "samples cover only 81.9 % of the processor time used");
  }

  private static Profile profile(String name) throws IOException {
    return Readers.formats().read(Source.of(FIXTURES.resolve(name)), _ -> {});
  }

  private static EvidenceQuality quality(Profile profile) {
    return EvidenceQuality.of(profile, profile.defaultType(), Circumstances.unknown());
  }

  /// The three functions of the program, costliest first.
  private static List<String> order(Profile profile) {
    Map<String, Long> costs =
        Hotspots.of(profile, profile.defaultType(), Granularity.FUNCTIONS).stream()
            .filter(row ->
                List.of("Shares.hash", "Shares.text", "Shares.sort").contains(row.function()))
            .collect(Collectors.toMap(Hotspot::function, Hotspot::cumulative));
    return costs.keySet().stream()
        .sorted(Comparator.comparingLong((String name) -> -costs.getOrDefault(name, 0L)))
        .toList();
  }
}
