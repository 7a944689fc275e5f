package hone.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SourceFileTest {

  @Test
  void tellsTheLanguageByTheEndOfTheName() {
    assertThat(SourceLanguage.of("a/b.GO")).contains(SourceLanguage.GO);
    assertThat(SourceLanguage.of("b.py")).contains(SourceLanguage.PYTHON);
    assertThat(SourceLanguage.of("b.mjs")).contains(SourceLanguage.JAVASCRIPT);
    assertThat(SourceLanguage.of("b.cts")).contains(SourceLanguage.TYPESCRIPT);
    assertThat(SourceLanguage.of("B.java")).contains(SourceLanguage.JAVA);
    assertThat(SourceLanguage.of("Makefile")).isEmpty();
    assertThat(SourceLanguage.of("b.tsx")).isEmpty();
  }

  @Test
  void placesNodesInTheTextEvenAfterCharactersOutsideTheBasicPlane() throws IOException {
    SourceFile file = SourceFile.of("A.java", "class A { String a = \"😀é\\u0000\"; int end; }");

    Node name = file.root().walk("identifier").filter(n -> n.isText("end")).findFirst().get();

    assertThat(file.text().substring(name.start(), name.end())).isEqualTo("end");
  }

  @Test
  void everyCharacterThatIsNotBlankBelongsToALeaf() throws IOException {
    String text = "\uFEFFfunc f() {\r\n\tx := `a\r\n`\r\n}\r\n";
    SourceFile file = SourceFile.of("a.go", "package p\r\n" + text.substring(1));

    StringBuilder leaves = new StringBuilder();
    file.root().walk().filter(n -> n.children().isEmpty()).map(Node::text).forEach(leaves::append);

    assertThat(leaves.toString().replaceAll("\\s", ""))
        .isEqualTo(file.text().replaceAll("\\s", ""));
  }

  @Test
  void findsTheLineOfAnOffsetAndTheOffsetsOfALine() throws IOException {
    SourceFile file = SourceFile.of("a.py", "x = 1\r\n  \r\nif x:\r\n    y = 2");

    assertThat(file.lineCount()).isEqualTo(4);
    assertThat(file.line(0)).isEqualTo(1);
    assertThat(file.line(6)).isEqualTo(1);
    assertThat(file.line(7)).isEqualTo(2);
    assertThat(file.line(file.text().length())).isEqualTo(4);
    assertThat(file.text().substring(file.lineStart(3), file.lineEnd(3))).isEqualTo("if x:");
    assertThat(file.lineEnd(4)).isEqualTo(file.text().length());
    assertThat(file.indentation(4)).isEqualTo("    ");
    assertThat(file.lineBreak()).isEqualTo("\r\n");
  }

  @Test
  void readsAByteOrderMarkAndKeepsIt() throws IOException {
    byte[] bytes = "\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8);

    SourceFile file = SourceFile.read(Source.of("a.py", bytes));

    assertThat(file.broken()).isEmpty();
    assertThat(file.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
  }

  @Test
  void saysWhereTheGrammarIsBroken() throws IOException {
    SourceFile file =
        SourceFile.of("a.js", "function good() {\n  f();\n}\nfunction bad() {\n  f(;\n  g();\n}\n");

    assertThat(file.isBrokenNear(2)).isFalse();
    assertThat(file.isBrokenNear(5)).isTrue();
    assertThat(file.isBrokenNear(6)).isTrue();
  }

  @Test
  void refusesWhatIsTooLongTooDeepOfNoLanguageOrNotUtf8() {
    assertThatThrownBy(() -> SourceFile.of("a.txt", ""))
        .isInstanceOf(FormatException.class)
        .hasMessage("a.txt: no language is known by this name");
    assertThatThrownBy(() -> SourceFile.of("a.py", "é".repeat(SourceFile.LIMIT_BYTES / 2 + 1)))
        .hasMessage("a.py: longer than 2097152 bytes");
    assertThatThrownBy(() -> SourceFile.of("a.js", "[".repeat(5000) + "]".repeat(5000)))
        .hasMessage("a.js: nested more than 2000 deep");
    assertThatThrownBy(
            () -> SourceFile.read(Source.of("a.py", new byte[] {'x', '=', (byte) 0xC3, '\n'})))
        .hasMessage("a.py: not UTF-8");
  }

  @Test
  void takesAFileAsLongAsTheLimit() throws IOException {
    String line = "x = [1, 2, 3]\n";
    SourceFile file = SourceFile.of("a.py", line.repeat(SourceFile.LIMIT_BYTES / line.length()));

    assertThat(file.root().walk("list").count()).isEqualTo(file.lineCount() - 1L);
  }

  @Test
  void editsLeaveTheRestOfTheFileAsItWas() throws IOException {
    SourceFile file = SourceFile.of("a.py", "\uFEFFx = 1\r\ny = '😀'\r\n");
    Node one = file.root().walk("integer").findFirst().get();

    SourceFile changed =
        Edit.apply(
            file, List.of(Edit.insert(file.lineStart(2), "z = 3\r\n"), Edit.replace(one, "22")));

    assertThat(changed.text()).isEqualTo("\uFEFFx = 22\r\nz = 3\r\ny = '😀'\r\n");
  }

  @Test
  void refusesEditsThatOverlapAndEditsThatBreakTheGrammar() throws IOException {
    SourceFile file = SourceFile.of("a.py", "x = 1\n");

    assertThatThrownBy(() -> Edit.apply("abc", List.of(new Edit(0, 2, ""), new Edit(1, 3, ""))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Edit.apply("abc", List.of(new Edit(2, 4, ""))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Edit(2, 1, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Edit.apply(file, List.of(new Edit(4, 5, "(1"))))
        .hasMessage("a.py: the edit would break the file's syntax");
  }

  @Test
  void climbsFromALineToWhatHoldsIt() throws IOException {
    SourceFile file =
        SourceFile.of("a.go", "package p\n\nfunc f() {\n\tfor {\n\t\tg(\n\t\t\t1)\n\t}\n}\n");

    Node call = file.onLine(6, "call_expression").findFirst().get();

    assertThat(call.ancestors().filter(Scopes::isLoop)).hasSize(1);
    assertThat(call.ancestors().filter(Scopes::isFunction)).hasSize(1);
    assertThat(call.ancestor("function_declaration").flatMap(f -> f.child("name")).get().text())
        .isEqualTo("f");
    assertThat(call.isIn(file.root())).isTrue();
    assertThat(file.root().isIn(call)).isFalse();
  }
}
