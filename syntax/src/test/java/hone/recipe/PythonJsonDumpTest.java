package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonJsonDumpTest {

  @TempDir Path folder;

  @Test
  void curesEveryShapeAndTheProgramsPrintTheSame() throws Exception {
    Tool.assumeOnPath("python3");
    List<CureChecks.Pair> pairs = CureChecks.curedAsShown("python-json-dump");
    for (int i = 0; i < pairs.size(); i++) {
      Files.writeString(folder.resolve("before" + i + ".py"), pairs.get(i).before());
      Files.writeString(folder.resolve("after" + i + ".py"), pairs.get(i).after());
    }
    Files.writeString(
        folder.resolve("main.py"),
        """
        import importlib
        import random
        import sys

        sys.path.insert(0, ".")


        class Odd:
            def __repr__(self):
                return "odd"


        def value(rng, depth=0):
            kind = rng.randrange(12 if depth < 3 else 8)
            if kind == 9 and rng.random() < 0.1:
                return Odd()
            return [
                lambda: None,
                lambda: rng.random() * 10 ** rng.randrange(-20, 20),
                lambda: rng.randrange(-(10**20), 10**20),
                lambda: rng.choice(["", "é\\u2028", "a\\"b\\\\\\n", "\\U0001f600", "\\ud800"]),
                lambda: rng.choice([True, False]),
                lambda: float(rng.choice(["nan", "inf", "-0.0"])),
                lambda: (),
                lambda: {},
                lambda: tuple(value(rng, depth + 1) for _ in range(rng.randrange(4))),
                lambda: [value(rng, depth + 1) for _ in range(rng.randrange(4))],
                lambda: {str(n): value(rng, depth + 1) for n in range(rng.randrange(4))},
                lambda: {n: value(rng, depth + 1) for n in (1, True, None, 2.5)},
            ][kind]()


        def outcome(module, seed):
            try:
                return importlib.import_module(module).run(value(random.Random(seed)))
            except Exception as failure:
                return repr(failure)


        for number in range(int(sys.argv[1])):
            for seed in range(200):
                old = outcome(f"before{number}", seed)
                new = outcome(f"after{number}", seed)
                if old != new or old is None:
                    print(number, seed, repr(old), repr(new))
        """);

    assertThat(Tool.run(folder, "python3", "main.py", Integer.toString(pairs.size()))).isEmpty();
  }

  @Test
  void refusesInWordsWhatCannotBeProved() {
    CureChecks.refusedInWords("python-json-dump");
  }

  @Test
  void passesOverWhatHasAnotherShape() {
    CureChecks.passedOver("python-json-dump");
  }
}
