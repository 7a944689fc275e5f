package hone.policy;

import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Collections that live as long as the program, grow while it answers, and have no bound: what a
/// cache of the benchmark's answers looks like. A table that nothing writes to is none of them.
final class SharedContainers {

  private static final Pattern MADE =
      Pattern.compile(
          "(?s)(?:map\\[.*|make\\(map\\[.*|sync\\.Map.*|\\[\\].*"
              + "|\\{.*|\\[.*|(?:collections\\.)?(?:dict|list|set|defaultdict|OrderedDict|Counter|"
              + "deque)\\(.*|new (?:[\\w.]*\\.)?\\w*(?:Map|Set|List|Cache|Table|Deque|Array|Object)\\b.*"
              + "|Object\\.create\\(.*)");
  private static final Pattern GROWS =
      Pattern.compile(
          "(?:set|put|add|append|push|Store|LoadOrStore|setdefault|update|computeIfAbsent|"
              + "putIfAbsent|merge|insert|extend|unshift|offer|addLast|addFirst)");
  private static final Pattern MEMO = Pattern.compile("(?:functools\\.)?(?:cache|lru_cache)");

  private static final Pattern KEEPS_ALL =
      Pattern.compile("(?s).*\\(\\s*(?:maxsize\\s*=\\s*)?None.*");

  private SharedContainers() {}

  /// The names of a file's collections of that kind, with the places where they are made.
  static Map<String, Node> in(SourceFile file) {
    Map<String, Node> found = new LinkedHashMap<>();
    Names names = Names.of(file);
    file.root()
        .walk(
            "var_spec",
            "assignment",
            "variable_declarator",
            "field_definition",
            "public_field_definition")
        .filter(SharedContainers::isShared)
        .filter(SharedContainers::isContainer)
        .forEach(node -> name(node).ifPresent(name -> found.put(name, node)));
    found.keySet().removeIf(name -> !grows(file, name) || isBounded(file, name));
    file.root()
        .walk("decorator")
        .filter(decorator -> isMemo(decorator, names))
        .forEach(decorator ->
            found.put(decorator.parent().map(Inventory::decorated).orElse("") + "()", decorator));
    return found;
  }

  private static boolean isShared(Node node) {
    if (node.ancestors().anyMatch(Scopes::isFunction)) {
      return false;
    }
    Node field = node.ancestor("field_declaration").orElse(node);
    return !field.is("field_declaration", "field_definition", "public_field_definition")
        || isStatic(field)
        || field.children().stream().anyMatch(part -> part.is("modifiers") && isStatic(part));
  }

  private static boolean isStatic(Node declaration) {
    return declaration.children().stream().anyMatch(word -> word.isText("static"));
  }

  private static boolean isContainer(Node node) {
    return node.child("value")
            .or(() -> node.child("right"))
            .filter(value -> MADE.matcher(value.text()).matches())
            .isPresent()
        || node.child("type")
            .filter(type -> type.is("map_type") || type.isText("sync.Map"))
            .isPresent();
  }

  private static Optional<String> name(Node node) {
    return node.child("name")
        .or(() -> node.child("left"))
        .or(() -> node.child("property"))
        .filter(name -> name.is("identifier", "property_identifier", "private_property_identifier"))
        .map(Node::text);
  }

  private static boolean grows(SourceFile file, String name) {
    return file.root()
        .walk()
        .anyMatch(node -> isInFunction(node) && (isWrite(node, name) || isGrowth(node, name)));
  }

  private static boolean isInFunction(Node node) {
    return node.is(
            "call",
            "call_expression",
            "method_invocation",
            "assignment",
            "assignment_statement",
            "assignment_expression")
        && node.ancestors().anyMatch(Scopes::isFunction);
  }

  /// `name[key] = value`.
  private static boolean isWrite(Node node, String name) {
    return node.child("left").stream()
        .flatMap(left -> left.walk("subscript", "index_expression", "subscript_expression"))
        .anyMatch(target -> owner(target).equals(name));
  }

  /// `name.put(key, value)`.
  private static boolean isGrowth(Node call, String name) {
    String path = new Names(Map.of()).callee(call);
    int dot = path.lastIndexOf('.');
    return dot > 0
        && last(path.substring(0, dot)).equals(name)
        && GROWS.matcher(path.substring(dot + 1)).matches();
  }

  private static String owner(Node subscript) {
    return subscript
        .child("value")
        .or(() -> subscript.child("operand"))
        .or(() -> subscript.child("object"))
        .map(owner -> last(owner.text()))
        .orElse("");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// Whether its size is held against something anywhere.
  private static boolean isBounded(SourceFile file, String name) {
    Pattern size =
        Pattern.compile(
            "(?s).*(?:len\\((?:\\w+\\.)?NAME\\)|\\bNAME\\.(?:size|length)\\b).*"
                .replace("NAME", Pattern.quote(name)));
    return file.root()
        .walk("binary_expression", "comparison_operator")
        .anyMatch(node -> size.matcher(node.text()).matches());
  }

  /// A decorator that keeps every answer; `lru_cache` keeps 128 unless told.
  private static boolean isMemo(Node decorator, Names names) {
    Optional<Node> what = decorator.parts().stream().findFirst();
    boolean called = what.filter(node -> node.is("call")).isPresent();
    String path = what.map(node -> called ? names.callee(node) : names.path(node)).orElse("");
    boolean bounded = path.endsWith("lru_cache") && !KEEPS_ALL.matcher(decorator.text()).matches();
    return MEMO.matcher(path).matches() && !bounded;
  }
}
