package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A constant pattern compiled in a function becomes a variable of the package.
///
/// An error that the function looks at stays: `re, err := regexp.Compile(…)` becomes
/// `re, err := pattern, errPattern`.
final class GoRegexpHoist implements Matcher {

  @Override
  public Optional<Patch> patch(Site site) throws Refusal {
    SourceFile file = site.file();
    Optional<String> regexp = GoNames.imported(file, "regexp");
    List<GoRegexpCall> calls =
        regexp.map(name -> GoRegexpCall.onLine(file, site.line(), name)).orElse(List.of());
    if (calls.isEmpty()) {
      return Optional.empty();
    }
    checkPackage(site, regexp.orElseThrow());
    List<Edit> edits = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (GoRegexpCall call : calls) {
      check(site, call);
      edits.addAll(new GoRegexpMove(site, call, taken).edits());
    }
    return Optional.of(
        new Patch(
            edits, "compile the pattern once, when the program starts, instead of on every call"));
  }

  private static void checkPackage(Site site, String regexp) throws Refusal {
    SourceFile file = site.file();
    int clause = file.root().walk("package_clause").findFirst().map(Node::start).orElse(0);
    Refusal.unless(
        file.root()
            .walk("comment")
            .filter(comment -> comment.start() < clause)
            .noneMatch(comment -> comment.text().matches("//(go:build|\\s*\\+build)\\s.*")),
        "the file has a build constraint");
    Refusal.unless(
        file.root()
            .walk("identifier")
            .filter(name -> name.isText(regexp))
            .allMatch(name -> name.parent().orElseThrow().is("selector_expression")),
        "'" + regexp + "' is also the name of something else in this file");
    Refusal.unless(
        Stream.concat(Stream.of(file), site.neighbours().stream())
            .flatMap(source -> source.root().walk("field_identifier"))
            .noneMatch(name -> name.isText("Longest") || name.isText("UnmarshalText")),
        "the package changes patterns with Longest or UnmarshalText");
  }

  private static void check(Site site, GoRegexpCall call) throws Refusal {
    Refusal.unless(!call.runsOnce(), "the pattern is compiled once as it is");
    Refusal.unless(call.arguments().size() == 1, "the call does not have one argument");
    List<SourceFile> files =
        Stream.concat(Stream.of(site.file()), site.neighbours().stream()).toList();
    Node argument = call.arguments().getFirst();
    Optional<String> pattern = new GoStrings(files).value(argument);
    Refusal.unless(
        pattern.isPresent(),
        "the pattern '" + argument.text() + "' is not a constant of this package");
    Refusal.unless(
        pattern.filter(GoPattern::compiles).isPresent(),
        "the pattern '"
            + argument.text()
            + "' is not known to compile: a bad one would end the program at its start");
  }
}
