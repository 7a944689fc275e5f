package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoRegexpHoistTest {

  @TempDir Path folder;

  @Test
  void curesEveryShapeAndTheProgramsPrintTheSame() throws Exception {
    Tool.assumeOnPath("go");
    List<CureChecks.Pair> pairs = CureChecks.curedAsShown("go-regexp-hoist");
    StringBuilder imports = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      write("before" + i, pairs.get(i).before());
      write("after" + i, pairs.get(i).after());
      imports.append("\t\"cases/before" + i + "\"\n\t\"cases/after" + i + "\"\n");
      calls.append("\tcompare(" + i + ", before" + i + ".Run, after" + i + ".Run)\n");
    }
    Files.writeString(folder.resolve("go.mod"), "module cases\n\ngo 1.21\n");
    Files.writeString(
        folder.resolve("main.go"),
        """
        package main

        import (
        	"fmt"
        	"math/rand"

        IMPORTS)

        func compare(number int, before, after func(*rand.Rand) string) {
        	for seed := int64(0); seed < 50; seed++ {
        		old := before(rand.New(rand.NewSource(seed)))
        		if now := after(rand.New(rand.NewSource(seed))); old != now {
        			fmt.Printf("%d: %q became %q\\n", number, old, now)
        		}
        	}
        }

        func main() {
        CALLS}
        """
            .replace("IMPORTS", imports)
            .replace("CALLS", calls));

    assertThat(Tool.run(folder, "go", "run", ".")).isEmpty();
    assertThat(Tool.run(folder, "gofmt", "-l", ".")).doesNotContain("after");
  }

  private void write(String name, String code) throws IOException {
    Files.createDirectory(folder.resolve(name));
    Files.writeString(
        folder.resolve(name).resolve("case.go"), code.replace("package orders", "package " + name));
  }

  @Test
  void takesNoPatternThatGoRefuses() throws Exception {
    Tool.assumeOnPath("go");
    List<String> taken =
        patterns(new Random(7), 60_000).stream().filter(GoPattern::compiles).toList();
    Files.writeString(folder.resolve("patterns.txt"), String.join("\n", taken));
    Files.writeString(folder.resolve("go.mod"), "module patterns\n\ngo 1.21\n");
    Files.writeString(
        folder.resolve("main.go"),
        """
        package main

        import (
        	"bufio"
        	"fmt"
        	"os"
        	"regexp"
        )

        func main() {
        	file, err := os.Open("patterns.txt")
        	if err != nil {
        		panic(err)
        	}
        	lines := bufio.NewScanner(file)
        	for lines.Scan() {
        		if _, err := regexp.Compile(lines.Text()); err != nil {
        			fmt.Println(err)
        		}
        	}
        }
        """);

    assertThat(taken).hasSizeGreaterThan(5_000);
    assertThat(Tool.run(folder, "go", "run", ".")).isEmpty();
  }

  private static List<String> patterns(Random random, int count) {
    String[] parts =
        ("a b é - ^ $ . * + ? {2} {2,} {2,3} {900} {,3} { } ( (?: (?i) (?P<n> "
                + "(?s: (?-s: ) | [ [^ ] a-z \\d \\w \\b \\. \\- \\pL \\p{Greek} \\PN "
                + "[:alpha:] \\x41 \\x{263a} \\n \\z \\1 \\Q \\_ / [a-z] [\\w-] [^,] "
                + "(a|b) (x)")
            .split(" ", -1);
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int part = random.nextInt(7); part >= 0; part--) {
        pattern.append(parts[random.nextInt(parts.length)]);
      }
      patterns.add(pattern.toString());
    }
    return patterns;
  }

  @Test
  void knowsTheUsualPatterns() {
    assertThat(
            List.of(
                "^[A-Z]{2,4}-\\d+(?:\\.\\d{1,3})?$",
                "(?i)\\b(order|invoice)\\s*#?\\s*(\\d+)\\b",
                "^(?P<year>\\d{4})-(?P<month>0[1-9]|1[0-2])$",
                "[^\\w\\s-]+",
                "[]a]",
                "[a\\]-]",
                "^[[:alpha:]_][[:alnum:]_]*$",
                "^[a-zA-Z0-9._%+\\-]+@[a-zA-Z0-9.\\-]+\\.[a-zA-Z]{2,}$",
                "\\{\\{\\s*(\\w+)\\s*}}",
                ""))
        .allMatch(GoPattern::compiles);
  }

  @Test
  void refusesInWordsWhatCannotBeProved() {
    CureChecks.refusedInWords("go-regexp-hoist");
  }

  @Test
  void passesOverWhatHasAnotherShape() {
    CureChecks.passedOver("go-regexp-hoist");
  }
}
