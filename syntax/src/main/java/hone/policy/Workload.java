package hone.policy;

import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How often a file's code does what it does, as far as its tree tells.
///
/// @param functions   the names of its functions
/// @param loops       for each function, how deeply its loops are nested
/// @param repeated    for each call by its name, how often it stands in loops, once a level
/// @param once        for each call by its name, how often it stands outside of loops
/// @param collections how often each kind of collection is made in functions
record Workload(
    Set<String> functions,
    Map<String, Integer> loops,
    Map<String, Integer> repeated,
    Map<String, Integer> once,
    Map<String, Integer> collections) {

  private static final Pattern COLLECTION =
      Pattern.compile(
          "(?:.*\\.)?(?:\\w*Map|\\w*Set|\\w*Deque|\\w*Queue|\\w*Tree|dict|set|frozenset|deque|"
              + "defaultdict|Counter|StringBuilder|bytearray|BitSet|Builder)");
  private static final Set<String> LITERALS =
      Set.of("map_type", "dictionary", "dictionary_comprehension", "set", "set_comprehension");

  Workload {
    functions = Set.copyOf(functions);
    loops = Map.copyOf(loops);
    repeated = Map.copyOf(repeated);
    once = Map.copyOf(once);
    collections = Map.copyOf(collections);
  }

  static Workload of(SourceFile file) {
    Set<String> functions = new HashSet<>();
    Map<String, Integer> loops = new HashMap<>();
    Map<String, Integer> repeated = new HashMap<>();
    Map<String, Integer> once = new HashMap<>();
    Map<String, Integer> collections = new HashMap<>();
    Names names = Names.of(file);
    file.root()
        .walk()
        .filter(node -> node.named() && node.ancestors().anyMatch(Scopes::isFunction))
        .forEach(node -> {
          functions.add(last(Inventory.function(node)));
          if (Scopes.isLoop(node)) {
            loops.merge(Inventory.function(node), depth(node) + 1, Math::max);
          }
          if (isCall(node)) {
            int depth = depth(node);
            (depth > 0 ? repeated : once)
                .merge(last(path(node, names)), Math.max(1, depth), Math::addExact);
          }
          if (LITERALS.contains(node.kind())) {
            collections.merge(node.kind(), 1, Math::addExact);
          } else if (COLLECTION.matcher(path(node, names)).matches()) {
            collections.merge(last(path(node, names)), 1, Math::addExact);
          }
        });
    return new Workload(functions, loops, repeated, once, collections);
  }

  private static boolean isCall(Node node) {
    return node.is("call", "call_expression", "method_invocation");
  }

  private static String path(Node node, Names names) {
    return isCall(node) ? names.callee(node) : names.path(node);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static int depth(Node node) {
    return (int)
        node.ancestors()
            .takeWhile(above -> !Scopes.isFunction(above))
            .filter(Scopes::isLoop)
            .count();
  }

  /// Whether a loop or a call in a loop is gone, or a kind of collection has come.
  boolean isLessThan(Workload base) {
    return base.loops.entrySet().stream()
            .anyMatch(entry -> loops.getOrDefault(entry.getKey(), 0) < entry.getValue())
        || hasFewerCallsInLoopsThan(base)
        || collections.entrySet().stream()
            .anyMatch(entry -> base.collections.getOrDefault(entry.getKey(), 0) < entry.getValue());
  }

  /// A call under another name is the same call, and so is the body of a function of the file that
  /// stands in place of its call, or that was moved into a function of its own.
  private boolean hasFewerCallsInLoopsThan(Workload base) {
    boolean fewer = sum(repeated) < sum(base.repeated);
    boolean split = !base.functions.containsAll(functions);
    return fewer
        && !split
        && base.repeated.entrySet().stream()
            .filter(entry -> repeated.getOrDefault(entry.getKey(), 0) < entry.getValue())
            .anyMatch(entry ->
                !base.functions.contains(entry.getKey()) || isHoisted(entry.getKey(), base));
  }

  private boolean isHoisted(String name, Workload base) {
    return once.getOrDefault(name, 0) > base.once.getOrDefault(name, 0);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
