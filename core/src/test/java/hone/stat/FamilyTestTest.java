package hone.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTestTest {

  private static final double[][] X = {{10, 11, 12, 10}, {5, 6, 5, 7}, {1, 1, 1, 1}};
  private static final double[][] Y = {{15, 16, 15, 17}, {6, 7, 7, 8}, {1, 1, 1, 1}};

  /// Oracle: every split by `itertools.combinations` of Python 3.11, means and squares by its
  /// `statistics`: 2, 30 and 70 of 70 splits have a largest statistic of 3.5038, 0.9064 and 0.
  @Test
  void countsEverySplitOfAllThingsTogether() {
    FamilyTest test = FamilyTest.of(X, Y, 1);

    assertThat(test.splitCount()).isEqualTo(70);
    assertThat(test.isExact()).isTrue();
    assertThat(test.p(0)).isEqualTo(2 / 70.0);
    assertThat(test.p(1)).isEqualTo(30 / 70.0);
    assertThat(test.p(2)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 4", "0.01, 5", "0.2, 3", "0.001, 7"})
  void needsAsManyMeasurementsASideAsTheLevelAsks(double level, int needed) {
    assertThat(FamilyTest.needed(level)).isEqualTo(needed);
    assertThat(FamilyTest.leastP(needed, needed)).isLessThanOrEqualTo(level);
    assertThat(FamilyTest.leastP(needed - 1, needed - 1)).isGreaterThan(level);
  }

  @Test
  void isTheSameForSwappedSidesAndOtherUnits() {
    FamilyTest test = FamilyTest.of(X, Y, 1);
    FamilyTest swapped = FamilyTest.of(Y, X, 1);
    FamilyTest scaled = FamilyTest.of(times(X, 1e6), times(Y, 1e6), 1);

    for (int thing = 0; thing < X.length; thing++) {
      assertThat(swapped.p(thing)).isEqualTo(test.p(thing));
      assertThat(scaled.p(thing)).isEqualTo(test.p(thing));
    }
    assertThat(scaled.detectable(0, 0.05, 0.8).orElseThrow() / 1e6)
        .isCloseTo(test.detectable(0, 0.05, 0.8).orElseThrow(), within(1e-9));
  }

  @Test
  void drawsFromASeedWhereThereAreTooManySplits() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] x = numbers(random, 2, 12, 0);
    double[][] y = numbers(random, 2, 12, 0);
    y[0] = Arrays.stream(y[0]).map(number -> number + 5).toArray();

    FamilyTest test = FamilyTest.of(x, y, 7);

    assertThat(test.isExact()).isFalse();
    assertThat(test.splitCount()).isEqualTo(20_000);
    assertThat(test.p(0)).isEqualTo(1 / 20_000.0);
    assertThat(FamilyTest.of(x, y, 7).p(1)).isEqualTo(test.p(1));
  }

  @Test
  void callsOneFalseAlarmInTwentyFamiliesAtMost() {
    SplittableRandom random = new SplittableRandom(5);
    int alarms = 0;
    int families = 800;
    for (int family = 0; family < families; family++) {
      FamilyTest test = FamilyTest.of(numbers(random, 20, 5, 0.5), numbers(random, 20, 5, 0.5), 1);
      boolean any = false;
      for (int thing = 0; thing < 20; thing++) {
        any |= test.p(thing) <= 0.05;
      }
      alarms += any ? 1 : 0;
    }

    // 5 % and 2.5 standard errors of the simulation.
    assertThat(alarms).isBetween(22, 58);
  }

  @Test
  void findsAChangeOfTheDetectableSizeAboutAsOftenAsPromised() {
    SplittableRandom random = new SplittableRandom(8);
    int found = 0;
    int families = 200;
    double promised = 0;
    for (int family = 0; family < families; family++) {
      promised +=
          FamilyTest.of(numbers(random, 20, 6, 0), numbers(random, 20, 6, 0), 1)
                  .detectable(0, 0.05, 0.8)
                  .orElseThrow()
              / families;
    }
    for (int family = 0; family < families; family++) {
      double[][] y = numbers(random, 20, 6, 0);
      double shift = promised;
      y[0] = Arrays.stream(y[0]).map(number -> number + shift).toArray();
      found += FamilyTest.of(numbers(random, 20, 6, 0), y, 1).p(0) <= 0.05 ? 1 : 0;
    }

    assertThat(found).isBetween(150, 190);
  }

  @Test
  void nothingIsDetectableWhereNoSplitIsRareEnough() {
    double[][] three = {{1, 2, 3}};

    assertThat(FamilyTest.of(three, three, 1).detectable(0, 0.04, 0.8)).isEmpty();
  }

  @Test
  void refusesWhatCannotBeTested() {
    assertThatThrownBy(() -> FamilyTest.of(new double[0][], new double[0][], 1))
        .hasMessage("things do not match: 0, 0");
    assertThatThrownBy(() -> FamilyTest.of(new double[][] {{1}}, new double[][] {{2}}, 1))
        .hasMessage("too few numbers: 1 and 1");
    assertThatThrownBy(
            () -> FamilyTest.of(new double[][] {{1, Double.NaN}}, new double[][] {{2}}, 1))
        .hasMessage("NaN cannot be compared");
  }

  /// Things of one measurement share part of their noise, as functions of one run do.
  private static double[][] numbers(SplittableRandom random, int things, int count, double shared) {
    double[][] numbers = new double[things][count];
    for (int at = 0; at < count; at++) {
      double common = random.nextGaussian() * shared;
      for (int thing = 0; thing < things; thing++) {
        numbers[thing][at] = common + random.nextGaussian();
      }
    }
    return numbers;
  }

  private static double[][] times(double[][] numbers, double factor) {
    return Arrays.stream(numbers)
        .map(row -> Arrays.stream(row).map(number -> number * factor).toArray())
        .toArray(double[][]::new);
  }
}
