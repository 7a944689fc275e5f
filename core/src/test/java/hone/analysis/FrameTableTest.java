package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.profile.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTableTest {

  /// py-spy 0.4.3 names functions of CPython 3.11 with their class (`co_qualname`), and those of
  /// older ones without.
  @ParameterizedTest
  @CsvSource({
    "EpollSelector.select, /usr/lib/python3.11/selectors.py, IDLE, event-loop",
    "select, /usr/lib/python3.10/selectors.py, IDLE, event-loop",
    "_worker, /usr/lib/python3.11/concurrent/futures/thread.py, IDLE, worker-wait",
    "Arbiter.sleep, /srv/shop/.venv/lib/python3.11/site-packages/gunicorn/arbiter.py, IDLE,"
        + " worker-wait",
    "Thread._bootstrap_inner, /usr/lib/python3.11/threading.py, FRAMEWORK, threads",
    "EpollSelector.register, /usr/lib/python3.11/selectors.py, FRAMEWORK, asyncio"
  })
  void knowsFunctionsOfPythonWithAndWithoutTheirClass(
      String function, String file, FrameKind.Layer layer, String name) {
    FrameKind.Foreign kind = FrameTable.of("python").kind(new Frame(function, file, 1));

    assertThat(kind).isEqualTo(new FrameKind.Foreign(layer, name));
  }

  @ParameterizedTest
  @CsvSource({
    "Condition.wait, wait",
    "order_detail.<locals>.<listcomp>, <listcomp>",
    "process 12:\"python3.11 -m shop\", process 12:\"python3.11 -m shop\""
  })
  void leavesOutWhatAFunctionOfPythonStandsIn(String function, String name) {
    assertThat(FrameTable.of("python").symbol(new Frame(function, "a.py", 1)))
        .isEqualTo("a.py:" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "python, '', a.",
    "go, a, /a",
    "go, internal/runtime/maps., grow",
    "java, java.util., a.",
    "node, '', Sync"
  })
  void aNameOfVeryManyPartsIsSoonDone(String language, String begin, String part) {
    FrameTable table = FrameTable.of(language);
    String name = begin + part.repeat(100_000) + ".b";

    assertThat(table.kind(new Frame(name, "a", 1)).bucket()).isNotBlank();
  }

  @Test
  void keepsTheClassOfOtherLanguages() {
    assertThat(FrameTable.of("node").symbol(new Frame("Router.handle", "a.js", 1)))
        .isEqualTo("a.js:Router.handle");
    assertThat(FrameTable.of("java").symbol(new Frame("shop.App.serve", "shop/App.java", 1)))
        .isEqualTo("shop.App.serve");
  }
}
