package hone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of the documentation, taken apart into fenced blocks and the text around them.
///
/// @param name  its path from the top of the project, with `/`
/// @param prose the lines outside of blocks
record DocsPage(String name, List<String> prose, List<Block> blocks) {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`]+)`(?!`)");
  private static final String FENCE = "```";

  /// A fenced block.
  ///
  /// @param line  of the page where its text begins, from 1
  /// @param words what stands behind the opening fence
  record Block(String page, int line, Set<String> words, List<String> text) {

    /// Whether its commands are run and its output compared.
    boolean isRun() {
      return words.contains("console");
    }

    /// Whether its commands take minutes.
    boolean isEndToEnd() {
      return words.contains("e2e");
    }

    /// The programs without which it cannot be run.
    List<String> needs() {
      return words.stream()
          .filter(word -> word.startsWith("needs:"))
          .map(word -> word.substring("needs:".length()))
          .toList();
    }

    String at() {
      return page + ":" + line;
    }
  }

  /// README.md and all pages below docs/.
  static List<DocsPage> all() throws IOException {
    List<DocsPage> pages = new ArrayList<>(List.of(of("README.md")));
    try (Stream<Path> files = Files.walk(ProgramCopy.root().resolve("docs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        pages.add(of(ProgramCopy.root().relativize(file).toString()));
      }
    }
    return pages;
  }

  /// A page by its path from the top of the project.
  static DocsPage of(String name) throws IOException {
    return read(name, Files.readAllLines(ProgramCopy.root().resolve(name)));
  }

  /// A page of these lines.
  ///
  /// @throws IllegalArgumentException if a block is not closed
  static DocsPage read(String name, List<String> lines) {
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    int next = 0;
    while (next < lines.size()) {
      String line = lines.get(next++);
      if (!line.startsWith(FENCE)) {
        prose.add(line);
        continue;
      }
      int end = next + lines.subList(next, lines.size()).indexOf(FENCE);
      if (end < next) {
        throw new IllegalArgumentException(name + ":" + next + ": the block is not closed");
      }
      Set<String> words = Set.of(line.substring(FENCE.length()).strip().split(" +"));
      blocks.add(new Block(name, next + 1, words, List.copyOf(lines.subList(next, end))));
      next = end + 1;
    }
    return new DocsPage(name, List.copyOf(prose), List.copyOf(blocks));
  }

  /// The whole of the prose.
  String proseText() {
    return prose.stream().collect(Collectors.joining("\n"));
  }

  /// Where its links to files lead, from the top of the project.
  List<Path> links() {
    Path folder = ProgramCopy.root().resolve(name).resolveSibling("");
    return LINK.matcher(proseText())
        .results()
        .map(found -> found.group(1))
        .filter(target -> !target.contains("://"))
        .map(target -> folder.resolve(target).normalize())
        .toList();
  }

  /// The command lines of hone that it shows and nobody runs: those of other blocks, and those in
  /// the prose.
  List<String> shownCommands() {
    Stream<String> lines =
        blocks.stream()
            .filter(block -> !block.isRun())
            .flatMap(block -> block.text().stream())
            .map(line -> line.replaceFirst("\\s#.*", ""))
            .flatMap(line -> Stream.of(line.split("&&|;|\\|", -1)));
    Stream<String> spans = CODE.matcher(proseText()).results().map(DocsPage::span);
    return Stream.concat(lines, spans)
        .map(line -> line.strip().replaceFirst("^\\$ ", "").replaceFirst("^\\./hone", "hone"))
        .filter(line -> line.startsWith("hone "))
        .toList();
  }

  private static String span(MatchResult found) {
    return found.group(1).replace('\n', ' ');
  }

  /// Whether a text stands in the prose as code of its own.
  boolean names(String code) {
    Matcher span = CODE.matcher(proseText());
    while (span.find()) {
      if (span.group(1).equals(code)) {
        return true;
      }
    }
    return false;
  }
}
