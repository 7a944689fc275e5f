package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.analysis.EvidenceQuality.Verdict;
import hone.profile.BlindSpot;
import hone.profile.Frame;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.profile.ValueType;
import hone.unit.Unit;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(judged(profile(Recording.of("pprof"), "main.run", 1)).reasons())
        .containsExactly("only 1 sample, at least 50 are needed");
  }

  @Test
  void anEmptyProfileSaysNothing() {
    ProfileBuilder empty = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));

    assertThat(judged(empty.build(Recording.of("pprof"), 0)))
        .isEqualTo(new EvidenceQuality(Verdict.INSUFFICIENT, List.of("nothing was recorded")));
  }

  @Test
  void lostSamplesCountAgainstTheProfile() {
    Recording tenth = Recording.of("jfr").missing(112, 0);
    Recording some = Recording.of("jfr").missing(250, 0);
    Recording most = Recording.of("jfr").missing(3_000, 0);
    Recording nearlyAll = Recording.of("jfr").missing(9_000, 0);

    assertThat(judged(profile(tenth, "main.run", 1_000)).verdict()).isEqualTo(Verdict.CARE);
    assertThat(judged(profile(some, "main.run", 1_000)))
        .isEqualTo(new EvidenceQuality(Verdict.CARE, List.of("20.0 % of the samples were lost")));
    assertThat(judged(profile(most, "main.run", 1_000)))
        .isEqualTo(new EvidenceQuality(Verdict.CARE, List.of("75.0 % of the samples were lost")));
    assertThat(judged(profile(nearlyAll, "main.run", 1_000)).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void timeWithoutSamplesAsksForCareUntilHardlyAnyIsLeft() {
    Recording little = Recording.of("cpuprofile").lasting(10_000).unseen(1_400);
    Recording some = Recording.of("cpuprofile").lasting(10_000).unseen(2_000);
    Recording most = Recording.of("cpuprofile").lasting(10_000).unseen(9_000);

    assertThat(judged(profile(some, "main.run", 1_000)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.CARE, List.of("no samples were taken for 20.0 % of the time")));
    assertThat(judged(profile(little, "main.run", 1_000)).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(judged(profile(most, "main.run", 1_000)).isInsufficient()).isTrue();
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

  @ParameterizedTest
  @ValueSource(strings = {"[libc.so.6]", "[unknown]", "<unknown>", "0x7f3a10c2", "7f3a10c2b4d0"})
  void codeWithoutSymbolsHidesWhatItIs(String name) {
    assertThat(judged(profile(Recording.of("pprof"), name, 1_000)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.INSUFFICIENT, List.of("100.0 % is in code without symbols")));
  }

  @Test
  void whatIsHiddenWeighsByHowMuchItIs() {
    assertThat(covered(86).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(covered(84))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.CARE, List.of("samples cover only 84.0 % of the processor time used")));
    assertThat(covered(51).verdict()).isEqualTo(Verdict.CARE);
    assertThat(covered(49).verdict()).isEqualTo(Verdict.INSUFFICIENT);
  }

  @Test
  void lostSamplesCountOnce() {
    Recording recording =
        Recording.of("jfr").using(12_500_000_000L).sampledEvery(10_000_000).missing(250, 0);

    assertThat(EvidenceQuality.of(cpu(recording), 1, Circumstances.unknown()).reasons())
        .containsExactly("20.0 % of the samples were lost");
  }

  @Test
  void moreProcessorTimeThanThereWasHasBeenCountedTwice() {
    assertThat(covered(190).reasons())
        .containsExactly("samples cover 1.9 times the processor time used: counted twice?");
  }

  @Test
  void theProfileKnowsBetterThanOthersHowMuchProcessorTimeThereWas() {
    Circumstances other =
        new Circumstances(
            OptionalLong.empty(), Circumstances.Load.UNKNOWN, OptionalLong.of(40_000_000_000L));

    assertThat(EvidenceQuality.of(cpu(Recording.of("pprof")), 1, other).verdict())
        .isEqualTo(Verdict.INSUFFICIENT);
    assertThat(
            EvidenceQuality.of(cpu(Recording.of("pprof").using(10_000_000_000L)), 1, other)
                .verdict())
        .isEqualTo(Verdict.GOOD);
  }

  @Test
  void aSamplerThatSeesJavaCodeOnlyIsTrustedWhereItSawNearlyAll() {
    Recording blind = Recording.of("jfr").blindTo(List.of(BlindSpot.JAVA_CODE_ONLY));

    assertThat(EvidenceQuality.of(cpu(blind), 1, Circumstances.unknown()).reasons())
        .containsExactly("jdk.ExecutionSample misses native code and intrinsics");
    assertThat(EvidenceQuality.of(cpu(blind.using(10_500_000_000L)), 1, Circumstances.unknown()))
        .isEqualTo(new EvidenceQuality(Verdict.GOOD, List.of()));
  }

  @Test
  void aProfilerThatWasNeverSwitchedOnProvesNothing() {
    Recording off = Recording.of("pprof-text").blindTo(List.of(BlindSpot.SWITCHED_OFF));
    ProfileBuilder empty = new ProfileBuilder(List.of(new ValueType("delay", Unit.NANOSECONDS)));

    assertThat(judged(empty.build(off, 0)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.INSUFFICIENT,
                List.of("nothing was recorded", "not recorded: its sampling period is 0")));
  }

  @Test
  void lossesAreOfTheSamplesThatStandFirst() {
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(
                new ValueType("samples", Unit.COUNT),
                new ValueType("lock_count", Unit.COUNT),
                new ValueType("lock", Unit.NANOSECONDS)));
    int stack = builder.stack(builder.frame(Frame.named("main.run")), Profile.NONE);
    builder.sample(stack, 1_000, 0, 0);
    builder.sample(stack, 0, 500, 7_000);
    Profile profile = builder.build(Recording.of("jfr").missing(9_000, 0), 0);

    assertThat(judged(profile).verdict()).isEqualTo(Verdict.INSUFFICIENT);
    assertThat(EvidenceQuality.of(profile, 2, Circumstances.unknown()))
        .isEqualTo(new EvidenceQuality(Verdict.GOOD, List.of()));
  }

  @Test
  void whatTheProfilerLeavesOutOnPurposeIsOnlyNoted() {
    Recording awake = Recording.of("speedscope").blindTo(List.of(BlindSpot.WITHOUT_IDLE));

    assertThat(judged(profile(awake, "main.run", 1_000)))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.GOOD,
                List.of("the profiler may have left out threads that it took to be idle")));
  }

  @Test
  void aProgramThatHardlyRanIsHardlyUnderLoad() {
    assertThat(
            EvidenceQuality.of(
                    cpu(Recording.of("pprof").lasting(200_000_000_000L)),
                    1,
                    Circumstances.unknown())
                .reasons())
        .containsExactly("the program ran for 5.0 % of the time only");
  }

  @Test
  void aShortRecordingWithoutLoadAsksForCareTwice() {
    Profile profile = profile(Recording.of("pprof").lasting(5_000_000_000L), "main.run", 1_000);
    Circumstances asked =
        new Circumstances(
            OptionalLong.of(30_000_000_000L), Circumstances.Load.ABSENT, OptionalLong.empty());

    assertThat(EvidenceQuality.of(profile, 0, asked))
        .isEqualTo(
            new EvidenceQuality(
                Verdict.CARE,
                List.of("recorded for 5 s, the standards ask for 30 s", "recorded without load")));
  }

  private static EvidenceQuality judged(Profile profile) {
    return EvidenceQuality.of(profile, 0, Circumstances.unknown());
  }

  /// Samples for so many per cent of the processor time that was used.
  private static EvidenceQuality covered(long percent) {
    long used = 10_000_000_000L * 100 / percent;
    return EvidenceQuality.of(cpu(Recording.of("jfr").using(used)), 1, Circumstances.unknown());
  }

  /// Ten seconds of processor time in a thousand samples.
  private static Profile cpu(Recording recording) {
    ProfileBuilder builder =
        new ProfileBuilder(
            List.of(new ValueType("samples", Unit.COUNT), new ValueType("cpu", Unit.NANOSECONDS)));
    int stack = builder.stack(builder.frame(Frame.named("main.run")), Profile.NONE);
    builder.sample(stack, 1_000, 10_000_000_000L);
    return builder.build(recording, 1);
  }

  private static Profile profile(Recording recording, String function, long samples) {
    ProfileBuilder builder = new ProfileBuilder(List.of(new ValueType("samples", Unit.COUNT)));
    int stack = builder.stack(builder.frame(Frame.named(function)), Profile.NONE);
    builder.sample(stack, samples);
    return builder.build(recording, 0);
  }
}
