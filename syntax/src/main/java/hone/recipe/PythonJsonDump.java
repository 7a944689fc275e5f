package hone.recipe;

import hone.syntax.Edit;
import hone.syntax.Node;
import hone.syntax.Scopes;
import hone.syntax.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `json.dump(value, buffer)` becomes `buffer.write(json.dumps(value))` for a buffer in memory.
final class PythonJsonDump implements Matcher {

  @Override
  public Optional<Patch> patch(Site site) throws Refusal {
    SourceFile file = site.file();
    PyNames names = new PyNames(file.root());
    Optional<Node> found =
        file.onLine(site.line(), "call").filter(call -> PyDump.isDump(call, names)).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Node call = found.get();
    PyDump dump = PyDump.of(call);
    Refusal.unless(
        call.parent().filter(above -> above.is("expression_statement")).isPresent(),
        "the value of the call is used");
    Node target = dump.target();
    Refusal.unless(
        target.is("identifier"),
        "'" + target.text() + "' is not a variable of the function: a failed dump could be seen");
    Optional<Node> function =
        call.ancestors()
            .filter(node -> Scopes.isFunction(node) || node.is("class_definition"))
            .findFirst()
            .filter(Scopes::isFunction);
    Refusal.unless(function.isPresent(), "the call is not in a function");
    new PyBuffer(names, function.orElseThrow(), call, target.text()).check();
    return Optional.of(
        new Patch(
            edits(file, names, dump),
            "encode in one piece with json.dumps, which is written in C, and write the text once"));
  }

  private static List<Edit> edits(SourceFile file, PyNames names, PyDump dump) throws Refusal {
    List<Edit> edits = new ArrayList<>();
    Node function = dump.call().child("function").orElseThrow();
    String encoder;
    if (function.is("attribute")) {
      encoder = function.child("object").orElseThrow().text() + ".dumps";
    } else {
      encoder = "dumps";
      addImport(file, names, function, edits);
    }
    edits.add(Edit.replace(function, dump.target().text() + ".write(" + encoder));
    edits.add(withoutFile(file, dump));
    edits.add(Edit.insert(dump.call().end(), ")"));
    return edits;
  }

  private static void addImport(SourceFile file, PyNames names, Node function, List<Edit> edits)
      throws Refusal {
    boolean isThere =
        file.root()
            .walk("identifier")
            .anyMatch(name -> name.isText("dumps") && names.isMember(name, "json", "dumps"));
    if (isThere) {
      return;
    }
    Refusal.unless(
        file.root().walk("identifier").noneMatch(name -> name.isText("dumps")),
        "'dumps' is the name of something else in this file");
    Node imported = names.importOf(function.text()).orElseThrow();
    boolean isOnlyUse = PyNames.uses(file.root(), function.text()).size() == 1;
    edits.add(isOnlyUse ? Edit.replace(imported, "dumps") : Edit.insert(imported.end(), ", dumps"));
  }

  private static Edit withoutFile(SourceFile file, PyDump dump) throws Refusal {
    List<Node> arguments = dump.call().child("arguments").orElseThrow().parts();
    int index = arguments.indexOf(dump.file());
    int start = index == 0 ? dump.file().start() : arguments.get(index - 1).end();
    int end = index == 0 ? arguments.get(1).start() : dump.file().end();
    Refusal.unless(
        file.text().substring(start, end).indexOf('#') < 0,
        "a comment stands beside the file's argument");
    return new Edit(start, end, "");
  }
}
