package hone.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.profile.Code;
import hone.profile.Function;
import hone.profile.Location;
import hone.profile.Profile;
import hone.profile.ProfileBuilder;
import hone.profile.Recording;
import hone.view.Difference;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastTest {

  private static final Settings VALUES = Settings.defaults(Measure.VALUE);
  private static final Settings SHARES = Settings.defaults(Measure.SHARE);

  @Test
  void whatIsOnOneSideOnlyIsNewOrVanished() {
    Contrast contrast =
        values(
            Sampled.of("main;render 20", "main;old 30"),
            Sampled.of("main;render 20", "main;new 7"));

    assertThat(row(contrast, "new").difference().change()).isEqualTo(Difference.Change.NEW);
    assertThat(row(contrast, "old").difference().change()).isEqualTo(Difference.Change.VANISHED);
    assertThat(row(contrast, "render").difference().change()).isEqualTo(Difference.Change.SAME);
    assertThat(contrast.rows())
        .extracting(each -> each.difference().place().function())
        .startsWith("old", "new");
  }

  @Test
  void spellingsOfOneProfilerAreFoundInThoseOfAnother() {
    Contrast contrast =
        values(
            Sampled.of("shop/Main.main;shop/Page.render 20", "shop/Main.lambda$a$0 5"),
            Sampled.of("shop.Main.main;shop.Page.render 25", "shop.Main.lambda$a$3 5"));

    Row render = row(contrast, "shop.Page.render");
    assertThat(render.difference().flat()).isEqualTo(5);
    assertThat(render.kinship()).isEqualTo(Kinship.SPELLING);
    assertThat(render.was().orElseThrow().function()).isEqualTo("shop/Page.render");
    assertThat(contrast.rows()).hasSize(3);
  }

  @Test
  void whatCallsItselfUnderTwoSpellingsCountsOnce() {
    Contrast contrast =
        values(
            Sampled.of("main;a.(*T).walk 10", "main;a.(*T).walk;a.(*T).walk 20"),
            Sampled.of(
                "main;a.(*T).walk (t.go:3) 10",
                "main;a.(*T).walk (t.go:3);a.(*T).walk (t.go:9) 20"));

    assertThat(row(contrast, "a.(*T).walk").difference().change())
        .isEqualTo(Difference.Change.SAME);
  }

  @Test
  void closuresThatWereNumberedAnewAreOneRowAndOthersStayApart() {
    Contrast renumbered =
        values(
            Sampled.of("main.f.func1 10", "main.f.func2 20"),
            Sampled.of("main.f.func2 12", "main.f.func3 20"));
    Contrast vanished =
        values(Sampled.of("main.f.func1 10", "main.f.func2 20"), Sampled.of("main.f.func1 12"));

    assertThat(renumbered.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.difference().flat()).isEqualTo(2));
    assertThat(row(vanished, "main.f.func2").difference().change())
        .isEqualTo(Difference.Change.VANISHED);
  }

  @Test
  void aFunctionIsFoundInAnotherPackage() {
    Contrast contrast =
        values(
            Sampled.of("main;shop/invoice.Render 40", "main;shop/page.run 3"),
            Sampled.of("main;shop/text.Render 44", "worker;shop/queue.run 9"));

    Row moved = row(contrast, "shop/text.Render");
    assertThat(moved.kinship()).isEqualTo(Kinship.MOVED);
    assertThat(moved.difference().flat()).isEqualTo(4);
    assertThat(row(contrast, "shop/queue.run").kinship())
        .as("one common word and another caller is no evidence")
        .isEqualTo(Kinship.SAME);
  }

  @Test
  void aFunctionIsFoundUnderAnotherNameByItsNeighbours() {
    Contrast contrast =
        values(
            Sampled.of("main;sortRows;compare 30", "main;sortRows 10"),
            Sampled.of("main;orderRows;compare 30", "main;orderRows 15"));

    Row renamed = row(contrast, "orderRows");
    assertThat(renamed.kinship()).isEqualTo(Kinship.RENAMED);
    assertThat(renamed.difference().flat()).isEqualTo(5);
  }

  @Test
  void inlinedCallsCountForTheirCallersWhereTheOtherSideKnowsNone() {
    Contrast contrast =
        values(Sampled.of("main;render 30"), inlined("main", "render", "escape", 30));

    assertThat(contrast.folded()).isEqualTo(1);
    assertThat(row(contrast, "render").difference().change()).isEqualTo(Difference.Change.SAME);
    assertThat(contrast.rows()).hasSize(2);
  }

  @Test
  void swappedSidesHaveTheSameRowsWithTheirSignsTurned() {
    SplittableRandom random = new SplittableRandom(4);
    List<Member> base = runs(random, 5, 0.3);
    List<Member> other = runs(random, 5, 0.4);

    Contrast there = Contrast.of(base, other, SHARES);
    Contrast back = Contrast.of(other, base, SHARES);

    for (Row row : there.rows()) {
      Row turned = row(back, row.was().orElse(row.difference().place()).function());
      assertThat(turned.base()).isEqualTo(row.other());
      assertThat(turned.difference().flat()).isEqualTo(-row.difference().flat());
      if (row.judgement() instanceof Judgement.Tested tested
          && turned.judgement() instanceof Judgement.Tested mirrored) {
        assertThat(mirrored.p()).isEqualTo(tested.p());
        assertThat(mirrored.adjusted()).isEqualTo(tested.adjusted());
        assertThat(mirrored.low()).isEqualTo(-tested.high());
      }
    }
  }

  @Test
  void sharesDoNotDependOnTheLengthOfARecording() {
    SplittableRandom random = new SplittableRandom(6);
    List<Member> base = runs(random, 4, 0.3);
    List<Member> other = runs(random, 4, 0.3);
    List<Member> longer = other.stream().map(member -> Sampled.scaled(member, 7)).toList();

    assertThat(Contrast.of(base, longer, SHARES).rows())
        .extracting(Row::judgement)
        .isEqualTo(Contrast.of(base, other, SHARES).rows().stream().map(Row::judgement).toList());
  }

  @Test
  void perWorkTwiceTheRequestsAtTwiceTheCostIsNoChange() {
    Member once = Sampled.of("main;render 40", "main;sort 10");
    Contrast contrast =
        Contrast.of(
            List.of(Sampled.with(once, 100)),
            List.of(Sampled.with(Sampled.scaled(once, 2), 200)),
            Settings.defaults(Measure.PER_WORK));

    assertThat(contrast.scale()).isEqualTo(0.5);
    assertThat(contrast.rows()).allMatch(row -> row.shift() == 0);
  }

  @Test
  void threeASideCanTellNothingAndFourCan() {
    SplittableRandom random = new SplittableRandom(9);
    double[] slower = {12, 1, 1, 1, 1, 1, 1, 1};

    Contrast three = Contrast.of(runs(random, 3, 0), side(random, 3, slower), SHARES);
    Contrast four = Contrast.of(runs(random, 4, 0), side(random, 4, slower), SHARES);

    assertThat(three.needed()).contains(4);
    assertThat(row(three, "f0").judgement()).isEqualTo(new Judgement.TooFew(4));
    assertThat(Ruling.of(three, 0.05)).isInstanceOf(Ruling.Unjudged.class);
    assertThat(four.needed()).isEmpty();
    assertThat(row(four, "f0").significant()).isTrue();
    assertThat(Ruling.of(four, 0.05))
        .isInstanceOfSatisfying(
            Ruling.Worse.class, worse -> assertThat(worse.rows()).containsExactly(row(four, "f0")));
  }

  /// Its medians are 0 on both sides, and so is the median of the differences.
  @Test
  void whatOnlySomeProfilesHaveGrewAllTheSame() {
    List<Member> base = IntStream.range(0, 12).mapToObj(at -> steady(at, false)).toList();
    List<Member> other = IntStream.range(0, 12).mapToObj(at -> steady(at, at < 5)).toList();

    Row compact = row(Contrast.of(base, other, SHARES), "compact");

    assertThat(compact.shift()).isZero();
    assertThat(compact.judgement())
        .isInstanceOfSatisfying(
            Judgement.Tested.class,
            tested -> {
              // scipy.stats.mannwhitneyu([0]*12, [1]*5 + [0]*7,
              // method=PermutationMethod(n_resamples=inf))
              assertThat(tested.p()).isCloseTo(0.0372670807, within(1e-9));
              assertThat(tested.change()).isEqualTo(Judgement.Change.GREW);
            });
  }

  private static Member steady(int at, boolean compacts) {
    String work = "main;work " + (800 + at % 3);
    return compacts
        ? Sampled.of(work, "main;rest 200", "main;compact 900")
        : Sampled.of(work, "main;rest 200");
  }

  @Test
  void whatIsBetterDoesNotFailAndWhatCouldBeMissedIsNotPassed() {
    SplittableRandom random = new SplittableRandom(10);
    double[] slower = {12, 1, 1, 1, 1, 1, 1, 1};
    Contrast better = Contrast.of(side(random, 5, slower), runs(random, 5, 0), SHARES);
    Contrast noisy = Contrast.of(runs(random, 4, 0.5), runs(random, 4, 0.5), SHARES);

    assertThat(row(better, "f0").significant()).isTrue();
    assertThat(Ruling.of(better, 0.5)).isEqualTo(new Ruling.Passed());
    assertThat(Ruling.of(noisy, 0.02))
        .isInstanceOfSatisfying(
            Ruling.Unjudged.class,
            unjudged -> assertThat(unjudged.reason()).contains("might have been missed"));
  }

  private static List<Member> runs(SplittableRandom random, int count, double spread) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Sampled.run(random, 500, new double[] {4, 4, 2, 2, 2, 1, 1, 1}, spread))
        .toList();
  }

  private static List<Member> side(SplittableRandom random, int count, double[] weights) {
    return IntStream.range(0, count).mapToObj(_ -> Sampled.run(random, 500, weights, 0)).toList();
  }

  private static Contrast values(Member base, Member other) {
    return Contrast.of(List.of(base), List.of(other), VALUES);
  }

  private static Row row(Contrast contrast, String function) {
    return contrast.rows().stream()
        .filter(row -> row.difference().place().function().equals(function))
        .findFirst()
        .orElseThrow();
  }

  /// `root` calls `outer`, into which `inner` was inlined.
  private static Member inlined(String root, String outer, String inner, long value) {
    ProfileBuilder builder = new ProfileBuilder(List.of(Sampled.SAMPLES));
    List<Function> functions =
        List.of(
            new Function(1, root, root, "", 0),
            new Function(2, outer, outer, "", 0),
            new Function(3, inner, inner, "", 0));
    List<Location> locations =
        List.of(
            new Location(1, Profile.NONE, 1, false, List.of(new Location.Call(0, 0, 0))),
            new Location(
                2,
                Profile.NONE,
                2,
                false,
                List.of(new Location.Call(2, 0, 0), new Location.Call(1, 0, 0))));
    builder.code(new Code(List.of(), functions, locations));
    int stack = builder.stack(builder.frame(0, 0), Profile.NONE);
    stack = builder.stack(builder.frame(1, 1), stack);
    stack = builder.stack(builder.frame(1, 0), stack);
    builder.sample(stack, value);
    return Member.of("inlined", builder.build(Recording.of("test"), 0), 0);
  }
}
