package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.EvidenceQuality.Verdict;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvidenceQualityTest {

  @Test
  void manySamplesOfABusyProgramAreGood() {
    assertThat(judged(profile(Recording.of("pprof"), "main.run", 1_000)))
        .isEqualTo(new EvidenceQuality(Verdict.GOOD, List.of()));
  }

  @Test
  void fewSamplesAskForCareAndVeryFewNameNothing() {
    assertThat(judged(profile(Recording.of("pprof"), "main.run", 399)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.CARE, List.of("only 399 samples: small shares are uncertain")));
    assertThat(judged(profile(Recording.of("pprof"), "main.run", 49)).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void anEmptyProfileSaysNothing() {
    ProfileBuilder empty = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));

    assertThat(judged(empty.build(Recording.of("pprof"), 0)))
        .isEqualTo(new EvidenceQuality(Verdict.INSUFFICIENT, List.of("nothing was recorded")));
  }

  @Test
  void lostSamplesCountAgainstTheProfile() {
    Recording some = Recording.of("jfr").missing(250, 0);
    Recording most = Recording.of("jfr").missing(3_000, 0);

    assertThat(judged(profile(some, "main.run", 1_000)))
        .isEqualTo(new EvidenceQuality(Verdict.CARE, List.of("20.0 % of the samples were lost")));
    assertThat(judged(profile(most, "main.run", 1_000)).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void stacksCutShortAskForCare() {
    assertThat(judged(profile(Recording.of("jfr").missing(0, 100), "main.run", 1_000)).reasons())
        .containsExactly("10.0 % of the stacks were cut short by the profiler");
  }

  @Test
  void idleSamplesDoNotCountAsEvidence() {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    builder.sample(builder.stack(builder.frame(Frame.named("(idle)")), Profile.NONE), 990);
    builder.sample(builder.stack(builder.frame(Frame.named("handle")), Profile.NONE), 10);

    assertThat(judged(builder.build(Recording.of("cpuprofile"), 0)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.INSUFFICIENT,
                List.of(
                    "99.0 % of the samples are idle",
                    "only 10 samples that are not idle, at least 50 are needed")));
  }

  @Test
  void codeWithoutSymbolsAsksForCare() {
    assertThat(judged(profile(Recording.of("pprof"), "[libc.so.6]", 1_000)).reasons())
        .containsExactly("100.0 % is in code without symbols");
  }

  @Test
  void aShortRecordingWithoutLoadAsksForCareTwice() {
    Profile profile = profile(Recording.of("pprof").lasting(5_000_000_000L), "main.run", 1_000);
    Circumstances asked =
        new Circumstances(OptionalLong.of(30_000_000_000L), Circumstances.Load.ABSENT);

    assertThat(EvidenceQuality.of(profile, 0, asked))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.CARE,
                List.of("recorded for 5 s, the standards ask for 30 s", "recorded without load")));
  }

  private static EvidenceQuality judged(Profile profile) {
    return EvidenceQuality.of(profile, 0, Circumstances.unknown());
  }

  private static Profile profile(Recording recording, String function, long samples) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    int stack = builder.stack(builder.frame(Frame.named(function)), Profile.NONE);
    builder.sample(stack, samples);
    return builder.build(recording, 0);
  }
}
