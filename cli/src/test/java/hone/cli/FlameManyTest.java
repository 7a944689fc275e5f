package hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A flame graph of a million bars: what takes long is done in parts, and comes out right.
@Tag("slow")
class FlameManyTest {

  private static final int STACKS = 200_000;
  private static final int FUNCTIONS = 40;
  private static final int DEPTH = 8;

  @TempDir private static Path folder;
  @AutoClose private static ShownFlame flame;
  private static Browser browser;
  private static final int[][] stacks = new int[STACKS][DEPTH];

  @BeforeAll
  static void opens() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    StringBuilder text = new StringBuilder();
    for (int[] stack : stacks) {
      for (int level = 0; level < DEPTH; level++) {
        // A third of the calls are of three functions, so that some bars are of many places.
        stack[level] = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(FUNCTIONS);
        text.append(level == 0 ? "" : ";").append(name(stack[level]));
      }
      text.append(" 1\n");
    }
    flame = ShownFlame.in(folder);
    browser = flame.browser();
    flame.show(flame.write("many.txt", text.toString()));
  }

  private static String name(int function) {
    return String.format(Locale.ROOT, "f%02d", function);
  }

  @Test
  void invertedIsWhatTheStacksSay() throws Exception {
    Map<String, Integer> ways = new HashMap<>();
    for (int[] stack : stacks) {
      String way = "";
      for (int level = DEPTH - 1; level >= DEPTH - 2; level--) {
        way += "/" + name(stack[level]);
        ways.merge(way, 1, Math::addExact);
      }
    }

    browser.press("Escape", "i");
    flame.told();
    browser.press("ArrowDown");
    String way = "";
    for (int level = 0; level < 2; level++) {
      String told = flame.told();
      way += "/" + told.substring(0, 3);
      assertThat(told)
          .startsWith(told.substring(0, 3) + ": " + number(ways.getOrDefault(way, 0)) + ", ");
      browser.press("ArrowDown");
    }
  }

  @Test
  void aSandwichIsWhatTheStacksSay() throws Exception {
    int[] callers = new int[FUNCTIONS];
    int[] callees = new int[FUNCTIONS];
    int total = 0;
    for (int[] stack : stacks) {
      int outermost = 0;
      while (outermost < DEPTH && stack[outermost] != 0) {
        outermost++;
      }
      if (outermost < DEPTH) {
        total++;
      }
      if (outermost > 0 && outermost < DEPTH) {
        callers[stack[outermost - 1]]++;
      }
      if (outermost < DEPTH - 1) {
        callees[stack[outermost + 1]]++;
      }
    }

    browser.press("Escape", "d", "ArrowDown");
    for (int i = 0; i < FUNCTIONS && !flame.told().startsWith("f00"); i++) {
      browser.press("ArrowLeft");
    }
    browser.press("s");
    assertThat(flame.told()).startsWith("f00: " + number(total) + ", ");
    browser.press("ArrowUp");
    assertThat(flame.told()).startsWith(counted(flame.told(), callers));
    browser.press("ArrowDown", "ArrowDown");
    assertThat(flame.told()).startsWith(counted(flame.told(), callees));
  }

  /// What is to be told of the function that is told of.
  private static String counted(String told, int[] counts) {
    String name = told.substring(0, 3);
    return name + ": " + number(counts[Integer.parseInt(name.substring(1))]) + ", ";
  }

  /// In another order the same bars: the costliest of the callees is the first.
  @Test
  void theCostliestStandsFirst() throws Exception {
    int[] flat = new int[FUNCTIONS];
    for (int[] stack : stacks) {
      flat[stack[DEPTH - 1]]++;
    }
    int costliest = 0;
    for (int function = 0; function < FUNCTIONS; function++) {
      costliest = flat[function] > flat[costliest] ? function : costliest;
    }

    browser.press("Escape", "i", "o", "ArrowDown");
    for (int i = 0; i < FUNCTIONS; i++) {
      browser.press("ArrowLeft");
    }
    assertThat(flame.told()).startsWith(name(costliest) + ": " + number(flat[costliest]) + ", ");
    browser.press("o");
  }

  /// Laying out stops for a picture as soon as its time is up, here after each part: no machine is
  /// so fast or so slow that it matters.
  @ParameterizedTest
  @ValueSource(strings = {"i", "s"})
  void thePageAnswersWhileItIsTurnedAround(String key) throws Exception {
    browser.show(flame.page());
    int pictures =
        browser
            .evaluate(
                """
                new Promise((done) => {
                  let millis = 0;
                  performance.now = () => millis += 8;
                  const graph = document.getElementById('graph');
                  const press = (key) =>
                    graph.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
                  press('ArrowDown');
                  press('%s');
                  let pictures = 0;
                  const look = () => {
                    pictures++;
                    if (document.body.dataset.busy === 'true') requestAnimationFrame(look);
                    else done(pictures);
                  };
                  look();
                })\
                """
                    .formatted(key))
            .intValue();

    assertThat(pictures).isGreaterThan(10);
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
