package hone.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import hone.syntax.SourceLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws on the sources of the bundled services.
///
/// What must be kept is told here by the look of a statement, apart from the rule tables.
@Tag("slow")
class DeletedStatementsTest {

  private static final Path PROGRAMS = Path.of("..", "programs");

  private static final Map<SourceLanguage, Pattern> MUST_STAY =
      Map.of(
          SourceLanguage.GO,
              Pattern.compile(
                  "(?s)if [^{]*(\\berr\\b|!ok\\b).*|return [^{]*(\\berr\\b|errors\\.New|fmt\\.Errorf).*"
                      + "|[\\w.]*log\\.\\w+\\(.*|panic\\(.*|defer .*|[\\w.]+\\.R?(Unl|L)ock\\(\\)"),
          SourceLanguage.PYTHON,
              Pattern.compile(
                  "(?s)raise\\b.*|assert\\b.*|try:.*|with .*|LOG\\..*|if [^:]*:\\s*raise.*"
                      + "|.*threading\\.Lock\\(\\)"),
          SourceLanguage.JAVASCRIPT,
              Pattern.compile(
                  "(?s)throw .*|try .*|log\\(.*|if \\([^{]*\\{\\s*throw.*|console\\..*"),
          SourceLanguage.JAVA,
              Pattern.compile(
                  "(?s)throw .*|try .*|LOG\\..*|if \\([^{]*\\{\\s*throw.*|assert .*"
                      + "|[^{]*orElseThrow\\(.*|synchronized .*|[^{]*requireNonNull\\(.*"));

  static Stream<Path> sources() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(PROGRAMS)) {
      all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> SourceLanguage.of(file.toString()).isPresent())
              .filter(file ->
                  !file.toString()
                      .matches(".*(/tests?/|/bench|node_modules|/target/|_test\\.go).*"))
              .sorted()
              .toList();
    }
    return all.stream();
  }

  @ParameterizedTest
  @CsvSource({"go, 100", "python, 45", "node, 20", "java, 65"})
  void noCheckLogLineOrLockCanBeDeleted(String language, int least) throws IOException {
    int tried = 0;
    List<String> passed = new ArrayList<>();
    for (Path path :
        sources().filter(file -> file.startsWith(PROGRAMS.resolve(language))).toList()) {
      SourceFile file = SourceFile.of(path.toString(), Files.readString(path));
      Pattern mustStay = Optional.ofNullable(MUST_STAY.get(file.language())).orElseThrow();
      for (Node statement :
          file.root().walk().filter(DeletedStatementsTest::isStatement).toList()) {
        if (mustStay.matcher(statement.text()).matches()) {
          tried++;
          if (review(file, without(file, statement)).objections().isEmpty()) {
            passed.add(path + ":" + file.line(statement.start()) + " " + statement.text());
          }
        }
      }
    }
    assertThat(passed).isEmpty();
    assertThat(tried).isGreaterThanOrEqualTo(least);
  }

  private static boolean isStatement(Node node) {
    return node.named()
        && node.parent()
            .filter(above ->
                above.is(
                    "block",
                    "statement_list",
                    "statement_block",
                    "constructor_body",
                    "switch_block"))
            .isPresent();
  }

  private static String without(SourceFile file, Node statement) {
    String nothing = file.language() == SourceLanguage.PYTHON ? "pass" : "";
    return Edit.apply(file.text(), List.of(Edit.replace(statement, nothing)));
  }

  @Test
  void noSynchronizedCanBeDeleted() throws IOException {
    Path path = PROGRAMS.resolve("java/orders/src/main/java/orders/store/OrderStore.java");
    SourceFile file = SourceFile.of(path.toString(), Files.readString(path));
    List<Node> words =
        file.root().walk().filter(word -> word.isText("synchronized") && !word.named()).toList();

    assertThat(words)
        .isNotEmpty()
        .allSatisfy(
            word -> assertThat(review(file, without(file, word)).objections()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aFilePassesUnchangedWithItsFunctionsReversedAndWithABlankLineMore(Path path)
      throws IOException {
    SourceFile file = SourceFile.of(path.toString(), Files.readString(path));

    assertThat(review(file, file.text()).objections()).isEmpty();
    assertThat(review(file, file.text() + "\n").objections()).isEmpty();
    assertThat(review(file, reversed(file)).objections()).isEmpty();
  }

  /// The functions that stand side by side, in the opposite order.
  private static String reversed(SourceFile file) {
    List<Node> functions =
        file.root()
            .walk(
                "function_declaration",
                "method_declaration",
                "function_definition",
                "method_definition")
            .filter(function ->
                function
                    .parent()
                    .filter(p -> p.is("source_file", "module", "program", "block", "class_body"))
                    .isPresent())
            .filter(function ->
                !function
                    .ancestors()
                    .anyMatch(above ->
                        above.is(
                            "function_definition", "method_declaration", "function_declaration")))
            .toList();
    List<Edit> edits = new ArrayList<>();
    for (Node function : functions) {
      List<Node> siblings =
          functions.stream().filter(other -> other.parent().equals(function.parent())).toList();
      Node other = siblings.get(siblings.size() - 1 - siblings.indexOf(function));
      edits.add(Edit.replace(function, other.text()));
    }
    return Edit.apply(file.text(), edits);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void itsLocalVariablesMayBeRenamed(Path path) throws IOException {
    SourceFile file = SourceFile.of(path.toString(), Files.readString(path));
    Set<String> locals =
        file.root()
            .walk("short_var_declaration", "variable_declarator", "assignment")
            .filter(node -> node.ancestor("block", "statement_block", "statement_list").isPresent())
            .filter(node -> node.child("value", "arrow_function").isEmpty())
            .flatMap(node -> node.child("name").or(() -> node.child("left")).stream())
            .filter(name -> name.is("identifier"))
            .map(Node::text)
            .collect(Collectors.toSet());
    List<Edit> edits =
        file.root()
            .walk("identifier")
            .filter(name -> locals.contains(name.text()) && !isArgumentName(name))
            .map(name -> Edit.replace(name, name.text() + "Renamed"))
            .toList();

    assertThat(review(file, Edit.apply(file.text(), edits)).objections()).isEmpty();
  }

  private static boolean isArgumentName(Node name) {
    return name.field().equals("name")
        && name.parent().filter(above -> above.is("keyword_argument")).isPresent();
  }

  private static PatchReview review(SourceFile base, String candidate) {
    return PatchReview.of(List.of(FileChange.of(base.path(), base.text(), candidate)), Map.of());
  }
}
