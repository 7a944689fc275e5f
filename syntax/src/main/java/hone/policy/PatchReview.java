package hone.policy;

import hone.input.FormatException;
import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import hone.syntax.SourceLanguage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The trees of a patch's files, before and after, and what is to be said against them.
///
/// @param objections in the order of importance: what cannot be read, what comes in, what is lost
/// @param kind       what the patch does to get faster
public record PatchReview(List<Objection> objections, ChangeKind kind) {

  /// A file's trees, where it has them.
  private record Pair(
      FileChange change, Optional<SourceFile> base, Optional<SourceFile> candidate) {}

  public PatchReview {
    objections = List.copyOf(objections);
  }

  /// Reviews a patch.
  ///
  /// @param changes all files it touches; those of no known language are passed over
  /// @param judges  texts of the base's tests, benchmarks and load, by path
  public static PatchReview of(List<FileChange> changes, Map<String, String> judges) {
    List<Pair> pairs = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    for (FileChange change : changes) {
      if (SourceLanguage.of(change.path()).isPresent()) {
        try {
          pairs.add(pair(change));
        } catch (FormatException unreadable) {
          objections.add(
              new Objection(
                  change.path(),
                  1,
                  "it cannot be judged: "
                      + Sighting.shown(String.valueOf(unreadable.getMessage()))));
        }
      }
    }
    Comparison comparison = comparison(pairs);
    objections.addAll(comparison.broughtIn());
    objections.addAll(comparison.firsts());
    objections.addAll(caches(pairs));
    objections.addAll(keptAnswers(pairs));
    objections.addAll(borrowed(pairs, BorrowedLiterals.from(judges)));
    objections.addAll(comparison.lost());
    return new PatchReview(objections, kind(pairs));
  }

  private static Pair pair(FileChange change) throws FormatException {
    Optional<SourceFile> base = Optional.empty();
    if (change.base().isPresent()) {
      base = Optional.of(SourceFile.of(change.path(), change.base().get()));
    }
    Optional<SourceFile> candidate = Optional.empty();
    if (change.candidate().isPresent()) {
      SourceFile file = SourceFile.of(change.path(), change.candidate().get());
      int before = base.map(SourceFile::broken).map(List::size).orElse(0);
      if (file.broken().size() > before) {
        throw new FormatException(
            change.path(),
            "cannot be parsed near line " + file.line(file.broken().getFirst().start()));
      }
      if (unseen(file.text()) > base.map(SourceFile::text).map(PatchReview::unseen).orElse(0L)) {
        throw new FormatException(change.path(), "has characters that cannot be seen");
      }
      candidate = Optional.of(file);
    }
    return new Pair(change, base, candidate);
  }

  /// What a change brings that a patch may not take away, and whether it adds work.
  ///
  /// It is what the way back would lose. Files that cannot be parsed are passed over.
  ///
  /// @param changes all files it touches
  static Growth growth(List<FileChange> changes) {
    List<Pair> back =
        changes.stream()
            .filter(change -> SourceLanguage.of(change.path()).isPresent() && !change.isJudge())
            .flatMap(change -> parsed(change.reversed()).stream())
            .toList();
    List<Sighting> added = comparison(back).gone();
    return new Growth(
        Growth.phrases(added), Growth.kinds(added), kind(back) == ChangeKind.ALGORITHMIC);
  }

  private static Optional<Pair> parsed(FileChange change) {
    try {
      return Optional.of(pair(change));
    } catch (FormatException unreadable) {
      return Optional.empty();
    }
  }

  /// Marks that order or hide text, so that a reader sees another program than the compiler.
  private static long unseen(String text) {
    return text.codePoints()
        .skip(1)
        .filter(point -> Character.getType(point) == Character.FORMAT)
        .count();
  }

  private static Comparison comparison(List<Pair> pairs) {
    Set<String> functions =
        functions(pairs.stream().map(Pair::base).flatMap(Optional::stream))
            .map(Inventory::qualified)
            .collect(Collectors.toCollection(HashSet::new));
    functions.add("");
    Set<String> idle = idleFunctions(pairs, functions);
    List<Sighting> base =
        pairs.stream()
            .flatMap(pair -> pair.base().stream())
            .flatMap(file -> Inventory.of(file).stream())
            .toList();
    List<Sighting> candidate =
        pairs.stream()
            .flatMap(pair ->
                pair.candidate().stream()
                    .flatMap(file -> Inventory.of(file).stream())
                    .filter(sighting -> concerns(sighting, pair.change())))
            .filter(sighting ->
                sighting.rule().verb() != Rule.Verb.KEEP || !idle.contains(sighting.function()))
            .toList();
    return new Comparison(base, candidate, functions);
  }

  /// Whether a rule holds for the file at all: a new test may look like a test, and what it has
  /// makes up for nothing.
  private static boolean concerns(Sighting sighting, FileChange change) {
    Rule rule = sighting.rule();
    boolean likeATest =
        switch (rule.concern()) {
          case HARNESS -> rule.form() != Form.FUNCTION;
          case SWALLOWING, NETWORK, FILES -> true;
          case ERROR_HANDLING,
              VALIDATION,
              LOGGING,
              METRICS,
              TRACING,
              LOCKING,
              TIME_LIMIT,
              CLOSING,
              SECURITY,
              UNSAFE,
              DYNAMIC,
              PROCESS,
              RUNTIME,
              START_WORK ->
              false;
        };
    return !change.isJudge() || (rule.verb() != Rule.Verb.KEEP && !likeATest);
  }

  /// Functions that the base does not have and nobody calls: what stands in them never runs.
  private static Set<String> idleFunctions(List<Pair> pairs, Set<String> known) {
    Map<String, Long> words =
        pairs.stream()
            .filter(pair -> !pair.change().isJudge())
            .flatMap(pair -> pair.candidate().stream())
            .flatMap(file -> file.root().walk())
            .filter(node -> node.named() && node.children().isEmpty() && !node.isComment())
            .collect(Collectors.groupingBy(Node::text, Collectors.counting()));
    return functions(pairs.stream().map(Pair::candidate).flatMap(Optional::stream))
        .map(Inventory::qualified)
        .filter(name -> !known.contains(name))
        .filter(name -> words.getOrDefault(name.substring(name.lastIndexOf('.') + 1), 0L) < 2)
        .collect(Collectors.toSet());
  }

  private static Stream<Node> functions(Stream<SourceFile> files) {
    return files.flatMap(file -> file.root().walk().filter(Scopes::isFunction));
  }

  private static List<Objection> caches(List<Pair> pairs) {
    List<Objection> objections = new ArrayList<>();
    for (Pair pair : pairs) {
      pair.candidate()
          .filter(file -> !pair.change().isJudge())
          .ifPresent(file -> {
            Set<String> before = pair.base().map(SharedContainers::in).orElse(Map.of()).keySet();
            Map<String, Node> after = SharedContainers.in(file);
            if (after.size() > before.size()) {
              after.forEach((name, node) -> {
                if (!before.contains(name)) {
                  objections.add(
                      at(
                          file,
                          node,
                          "it keeps answers between requests without a bound, in " + name));
                }
              });
            }
          });
    }
    return objections;
  }

  private static List<Objection> keptAnswers(List<Pair> pairs) {
    List<Objection> objections = new ArrayList<>();
    for (Pair pair : pairs) {
      Set<String> before = pair.base().map(KeptAnswers::in).orElse(Map.of()).keySet();
      pair.candidate()
          .filter(file -> !pair.change().isJudge())
          .ifPresent(file ->
              KeptAnswers.in(file)
                  .forEach((function, node) -> {
                    if (!before.contains(function)) {
                      objections.add(at(file, node, "it keeps the answer to one input"));
                    }
                  }));
    }
    return objections;
  }

  private static List<Objection> borrowed(List<Pair> pairs, BorrowedLiterals literals) {
    Set<String> known =
        pairs.stream()
            .flatMap(pair -> pair.base().stream())
            .flatMap(file -> BorrowedLiterals.literals(file.root()).stream())
            .collect(Collectors.toSet());
    return pairs.stream()
        .filter(pair -> !pair.change().isJudge())
        .flatMap(pair -> pair.candidate().stream())
        .flatMap(file ->
            literals
                .in(file.root(), known)
                .map(node -> at(file, node, "it asks for a value of the tests or benchmarks")))
        .toList();
  }

  private static Objection at(SourceFile file, Node node, String reason) {
    int line = file.line(node.start());
    return new Objection(
        file.path(),
        line,
        "%s: %s:%d '%s'".formatted(reason, file.path(), line, Sighting.shown(node.text())));
  }

  private static ChangeKind kind(List<Pair> pairs) {
    return pairs.stream()
            .filter(pair -> !pair.change().isJudge())
            .filter(pair -> pair.base().isPresent() && pair.candidate().isPresent())
            .anyMatch(pair ->
                Workload.of(pair.candidate().get()).isLessThan(Workload.of(pair.base().get())))
        ? ChangeKind.ALGORITHMIC
        : ChangeKind.MICRO;
  }
}
