package hone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hone.bench.Metric;
import hone.history.Figure.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Line LINE =
      new Line(IntStream.range(0, 40).mapToObj(HistoryTest::revision).toList());
  private static final History.Watch WATCH = new History.Watch(0, 0.05);

  @Test
  void chainsRatiosAcrossMachines() {
    Story story =
        story(
            entry("a", 0, 1, figure(1000, 1.02), "fast"),
            entry("b", 1, 2, figure(7000, 1.03), "slow"),
            entry("c", 2, 5, figure(1050, 0.9), "fast"));

    assertThat(story.chain().links()).extracting(Chain.Link::place).containsExactly(0, 1, 2, 5);
    assertThat(story.chain().links()).extracting(Chain.Link::segment).containsOnly(1);
    assertThat(story.chain().links().getLast().level().effect())
        .isCloseTo(1.02 * 1.03 * 0.9 - 1, within(1e-12));
    assertThat(story.chain().links().getLast().ratios()).isEqualTo(3);
  }

  @Test
  void saysNothingAboutAStepThatNoRunCompared() {
    Story story =
        story(entry("a", 0, 1, figure(1000, 1.02), "m"), entry("b", 3, 4, figure(5000, 1.01), "m"));

    assertThat(story.chain().links()).extracting(Chain.Link::segment).containsExactly(1, 1, 2, 2);
    assertThat(story.chain().links().get(2).level()).isEqualTo(new Change(0, 0, 0));
  }

  @Test
  void findsACommitAgainByItsFilesWhateverItIsCalled() {
    Entry merged =
        new Entry(
            "a",
            "gate",
            Instant.EPOCH,
            "shop",
            machine("m"),
            Optional.of(revision(0)),
            new Revision("never merged", revision(1).tree()),
            1,
            List.of(figure(1000, 1.02)));

    assertThat(story(merged).chain().links()).hasSize(2);
  }

  @Test
  void prefersTheNarrowestOfTheWaysThatReachFurthestBack() {
    Story story =
        story(
            entry("a", 0, 1, figure(1000, 1.02), "m"),
            entry("b", 1, 2, figure(1000, 1.02), "m"),
            entry("direct", 0, 2, figure(1000, 1.05), "m"));

    assertThat(story.chain().links().getLast().ratios()).isEqualTo(1);
    assertThat(story.chain().links().getLast().level().effect()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void addsTheErrorsOfTheRatiosUp() {
    Story story =
        story(entry("a", 0, 1, figure(1000, 1.0), "m"), entry("b", 1, 2, figure(1000, 1.0), "m"));

    double one = Math.log1p(0.01);
    assertThat(story.chain().links().getLast().level().high())
        .isCloseTo(Math.expm1(one * Math.sqrt(2)), within(1e-6));
  }

  @Test
  void callsManySmallStepsCreep() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      entries.add(entry("e" + i, i, i + 1, figure(1000 + i, 1.015), "m" + i % 2));
    }

    Creep creep = story(entries.toArray(Entry[]::new)).creep().orElseThrow();

    assertThat(creep.verdict()).isEqualTo(Creep.Verdict.CREPT);
    assertThat(creep.change().effect()).isCloseTo(Math.pow(1.015, 6) - 1, within(1e-12));
    assertThat(creep.from()).isEqualTo(revision(0));
    assertThat(creep.to()).isEqualTo(revision(6));
  }

  @Test
  void judgesCreepFromTheReleaseOn() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      entries.add(entry("e" + i, i, i + 1, figure(1000, 1.015), "m"));
    }

    History history = History.of(entries, LINE, new History.Watch(4, 0.05));
    Creep creep = history.stories().getFirst().creep().orElseThrow();

    assertThat(creep.verdict()).isEqualTo(Creep.Verdict.WITHIN);
    assertThat(creep.ratios()).isEqualTo(2);
  }

  @Test
  void doesNotCallAProductCreepThatItsErrorsCouldHaveMade() {
    Figure noisy = figure(1000, 1.06, 0.2);
    Creep creep = story(entry("a", 0, 1, noisy, "m")).creep().orElseThrow();

    assertThat(creep.verdict()).isEqualTo(Creep.Verdict.UNCLEAR);
    assertThat(story(entry("a", 0, 1, figure(1000, 0.9), "m")).creep().orElseThrow().verdict())
        .isEqualTo(Creep.Verdict.GAINED);
  }

  @Test
  void setsAbsoluteFiguresOnlyBesideThoseOfTheSameMachine() {
    List<Entry> entries = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 36; i++) {
      boolean fast = i % 2 == 0;
      double median = (fast ? 1000 : 3000) * (i < 20 ? 1 : 1.1) * (1 + random.nextDouble() / 100);
      entries.add(entry("e" + i, i, i + 1, figure(median, 1), fast ? "fast" : "slow"));
    }

    List<Track> tracks = story(entries.toArray(Entry[]::new)).tracks();

    assertThat(tracks).hasSize(2);
    assertThat(tracks)
        .allSatisfy(track -> {
          assertThat(track.points()).hasSize(18);
          assertThat(track.changes()).hasSize(1);
          assertThat(track.change(track.changes().getFirst()).effect())
              .isCloseTo(0.1, within(0.01));
        });
  }

  @Test
  void doesNotDependOnTheOrderOfTheEntries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      entries.add(entry("e" + i, i, i + 1, figure(1000 + i, 1.01), "m"));
    }
    History there = History.of(entries, LINE, WATCH);
    Collections.reverse(entries);

    assertThat(History.of(entries, LINE, WATCH)).isEqualTo(there);
  }

  @Test
  void countsEntriesOfOtherLines() {
    Entry elsewhere =
        new Entry(
            "x",
            "gate",
            Instant.EPOCH,
            "shop",
            machine("m"),
            Optional.empty(),
            new Revision("c", "other tree"),
            1,
            List.of(figure(1, 1)));

    History history = History.of(List.of(elsewhere), LINE, WATCH);

    assertThat(history.stories()).isEmpty();
    assertThat(history.elsewhere()).isEqualTo(1);
  }

  @Test
  void passesOverRatiosOfNothing() {
    Figure fromZero =
        new Figure(
            "search",
            Metric.ALLOCATIONS,
            Optional.of(new Figure.Summary(6, 0)),
            Optional.of(new Figure.Summary(6, 3)),
            Optional.of(
                new Change(
                    Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)),
            "regressed");

    Story story = story(entry("a", 0, 1, fromZero, "m"));

    assertThat(story.chain().links()).isEmpty();
    assertThat(story.tracks().getFirst().points()).hasSize(1);
  }

  @Test
  void leavesTheWeatherOutOfAFingerprint() {
    Fingerprint calm = Fingerprint.of(Map.of("cpu", "x", "load", "0.1", "cores", "2"));
    Fingerprint busy = Fingerprint.of(Map.of("cores", "2", "load", "9.0", "cpu", "x"));

    assertThat(busy).isEqualTo(calm);
    assertThat(busy.canonical()).isEqualTo("{\"cores\":\"2\",\"cpu\":\"x\"}");
    // printf '{"cores":"2","cpu":"x"}' | sha256sum | cut -c1-16
    assertThat(busy.hash()).isEqualTo("241d55339e16b111");
    assertThat(Fingerprint.of(Map.of("cpu", "y", "cores", "2")).hash()).isNotEqualTo(busy.hash());
  }

  private static Story story(Entry... entries) {
    return History.of(List.of(entries), LINE, WATCH).stories().getFirst();
  }

  private static Entry entry(String id, int from, int to, Figure figure, String machine) {
    return new Entry(
        id,
        "gate",
        Instant.EPOCH,
        "shop",
        machine(machine),
        Optional.of(revision(from)),
        revision(to),
        1,
        List.of(figure));
  }

  private static Figure figure(double base, double ratio) {
    return figure(base, ratio, 0.01);
  }

  private static Figure figure(double base, double ratio, double half) {
    return new Figure(
        "search",
        Metric.TIME,
        Optional.of(new Figure.Summary(6, base)),
        Optional.of(new Figure.Summary(6, base * ratio)),
        Optional.of(new Change(ratio - 1, ratio / (1 + half) - 1, ratio * (1 + half) - 1)),
        "unchanged");
  }

  private static Fingerprint machine(String name) {
    return Fingerprint.of(Map.of("cpu", name));
  }

  private static Revision revision(int number) {
    return new Revision("c" + number, "t" + number);
  }
}
