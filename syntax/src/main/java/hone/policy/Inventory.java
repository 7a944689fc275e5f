package hone.policy;

import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/// Everything in one file that a rule speaks of.
final class Inventory {

  private Inventory() {}

  /// What the rules find in a file, in its order; what never runs is left out of what is to keep.
  static List<Sighting> of(SourceFile file) {
    Map<Form, List<Rule>> rules =
        RuleTable.of(file.language()).rules().stream()
            .collect(
                Collectors.groupingBy(
                    Rule::form, () -> new EnumMap<>(Form.class), Collectors.toList()));
    DeadCode dead = new DeadCode(file.root());
    List<Sighting> sightings = new ArrayList<>();
    for (Subject subject : Subjects.of(file.root(), Names.of(file))) {
      for (Rule rule : rules.getOrDefault(subject.form(), List.of())) {
        Matcher fit = rule.pattern().matcher(subject.text());
        boolean counts = fit.matches() && (rule.verb() != Rule.Verb.KEEP || isAlive(subject, dead));
        if (counts) {
          sightings.add(sighting(file, subject, rule, fit));
        }
      }
    }
    return List.copyOf(sightings);
  }

  private static boolean isAlive(Subject subject, DeadCode dead) {
    return !dead.has(subject.node()) && !isIdleLock(subject.node());
  }

  /// A lock around nothing protects nothing.
  private static boolean isIdleLock(Node node) {
    Node statement = node.named() ? node : node.parent().orElse(node);
    return statement.is("with_statement", "synchronized_statement")
        ? Guards.isIdle(statement)
        : Guards.isGivenBackAtOnce(statement);
  }

  private static Sighting sighting(SourceFile file, Subject subject, Rule rule, Matcher fit) {
    String kind = fit.groupCount() > 0 && fit.group(1) != null ? fit.group(1) : "";
    String key =
        rule.form()
            + " "
            + rule.pattern()
            + " "
            + (rule.verb() == Rule.Verb.KEEP ? kind : subject.text());
    Node node = subject.node();
    String text =
        node.named() && !subject.text().equals(node.kind()) ? head(node) : line(file, node);
    return new Sighting(
        rule, key, file.path(), function(node), file.line(node.start()), Subject.squeezed(text));
  }

  /// A statement without its body.
  private static String head(Node node) {
    Optional<Node> body =
        node.child("consequence").or(() -> node.child("body")).filter(part -> part != node);
    String text = node.text();
    return body.map(part -> text.substring(0, part.start() - node.start())).orElse(text);
  }

  private static String line(SourceFile file, Node node) {
    int line = file.line(node.start());
    return file.text().substring(file.lineStart(line), file.lineEnd(line));
  }

  /// The name of a function, with its class.
  static String qualified(Node function) {
    return classes(function) + functionName(function);
  }

  /// The name of what a decorator stands on.
  static String decorated(Node definition) {
    return definition.child("definition").map(Inventory::functionName).orElse("?");
  }

  /// The name of the nearest function that has one, with its class; empty outside of all.
  static String function(Node node) {
    return node.ancestors()
        .filter(above -> Scopes.isFunction(above) && !functionName(above).isEmpty())
        .findFirst()
        .map(Inventory::qualified)
        .orElse("");
  }

  private static String classes(Node node) {
    StringBuilder name = new StringBuilder();
    node.ancestors()
        .filter(Scopes::isClass)
        .flatMap(type -> type.child("name").stream())
        .forEach(type -> name.insert(0, type.text() + "."));
    return name.toString();
  }

  /// What a function is called, or the variable that holds it; empty where neither is.
  static String functionName(Node function) {
    String receiver =
        function
            .child("receiver")
            .flatMap(list -> list.walk("type_identifier").findFirst())
            .map(type -> type.text() + ".")
            .orElse("");
    return function
        .child("name")
        .or(() ->
            function
                .parent()
                .filter(above -> above.is("variable_declarator"))
                .flatMap(above -> above.child("name")))
        .or(() ->
            function
                .parent()
                .filter(above -> above.is("pair"))
                .flatMap(above -> above.child("key")))
        .map(name -> receiver + name.text())
        .orElse("");
  }
}
