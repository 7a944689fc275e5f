package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import hone.input.FormatException;
import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIncludesSetTest {

  @TempDir Path folder;

  @Test
  void curesEveryShapeAndTheProgramsPrintTheSame() throws Exception {
    Tool.assumeOnPath("node");
    List<CureChecks.Pair> pairs = CureChecks.curedAsShown("node-includes-set");
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < pairs.size(); i++) {
      String before = write("before" + i, pairs.get(i).path(), pairs.get(i).before());
      String after = write("after" + i, pairs.get(i).path(), pairs.get(i).after());
      calls.append("await compare('./" + before + "', './" + after + "');\n");
    }
    Files.writeString(
        folder.resolve("main.mjs"),
        """
        function random(seed) {
          let state = seed + 1;
          return (n) => {
            state = (state * 48271) % 2147483647;
            return state % n;
          };
        }

        async function compare(before, after) {
          const [{ run: old }, { run: now }] = [await import(before), await import(after)];
          for (let seed = 0; seed < 50; seed++) {
            const [a, b] = [await old(random(seed)), await now(random(seed))].map((v) => JSON.stringify(v));
            if (a !== b || a === undefined) {
              console.log(before, a, b);
            }
          }
        }

        """
            + calls);

    assertThat(Tool.run(folder, "node", "main.mjs")).isEmpty();
  }

  private String write(String name, String path, String code) throws IOException {
    String file = name + (code.contains("export ") ? ".mjs" : ".cjs");
    Files.writeString(folder.resolve(file), path.endsWith(".ts") ? withoutTypes(path, code) : code);
    return file;
  }

  /// The JavaScript a TypeScript file is once its types are taken away.
  private static String withoutTypes(String path, String code) throws FormatException {
    SourceFile file = SourceFile.of(path, code);
    List<Edit> edits = new ArrayList<>();
    int done = 0;
    for (Node node : file.root().walk().toList()) {
      if (node.start() < done) {
        continue;
      }
      if (node.is(
          "type_annotation",
          "type_arguments",
          "type_parameters",
          "interface_declaration",
          "type_alias_declaration")) {
        edits.add(Edit.replace(node, ""));
        done = node.end();
      } else if (node.is("as_expression")) {
        edits.add(new Edit(node.parts().getFirst().end(), node.end(), ""));
      }
    }
    return Edit.apply(code, edits);
  }

  @Test
  void refusesInWordsWhatCannotBeProved() {
    CureChecks.refusedInWords("node-includes-set");
  }

  @Test
  void passesOverWhatHasAnotherShape() {
    CureChecks.passedOver("node-includes-set");
  }
}
