package hone.recipe;

import hone.syntax.Node;
import java.util.List;
import java.util.Optional;

/// A call of `json.dump` with the file it writes to.
///
/// @param file the argument that is the file, its keyword included
record PyDump(Node call, Node file) {

  private static final int POSITIONAL = 2;

  static boolean isDump(Node call, PyNames names) {
    return call.child("function").filter(f -> names.isMember(f, "json", "dump")).isPresent();
  }

  /// The call with its arguments told apart.
  static PyDump of(Node call) throws Refusal {
    List<Node> arguments = call.child("arguments").map(Node::parts).orElse(List.of());
    List<Node> positional =
        arguments.stream().filter(argument -> !argument.is("keyword_argument")).toList();
    Refusal.unless(
        positional.stream().noneMatch(a -> a.is("list_splat", "dictionary_splat")),
        "the arguments are not all written out");
    Refusal.unless(
        keyword(arguments, "cls").isEmpty(),
        "an encoder class is given, which may write in another way than it encodes");
    Refusal.unless(
        keyword(arguments, "allow_nan")
            .flatMap(argument -> argument.child("value"))
            .map(value -> value.is("true"))
            .orElse(true),
        "allow_nan is given: the two encoders refuse NaN in different words");
    Optional<Node> file =
        positional.size() == POSITIONAL ? Optional.of(positional.get(1)) : keyword(arguments, "fp");
    Refusal.unless(
        file.isPresent()
            && positional.size() <= POSITIONAL
            && (!positional.isEmpty() || keyword(arguments, "obj").isPresent()),
        "the call has neither an object and a file, nor both by name");
    return new PyDump(call, file.orElseThrow());
  }

  private static Optional<Node> keyword(List<Node> arguments, String name) {
    return arguments.stream()
        .filter(argument -> argument.is("keyword_argument"))
        .filter(argument -> argument.child("name").filter(n -> n.isText(name)).isPresent())
        .findFirst();
  }

  /// The file as an expression.
  Node target() {
    return file.is("keyword_argument") ? file.child("value").orElseThrow() : file;
  }
}
