package hone.checks;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.CompilationUnitTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import javax.lang.model.element.ElementKind;

/// A file has at most 400 lines, a method 60, and a method that is no record's constructor 5
/// parameters.
@BugPattern(
    summary = "a file, method or parameter list is too long",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class TooLong extends BugChecker
    implements CompilationUnitTreeMatcher, MethodTreeMatcher {

  private static final long serialVersionUID = 1L;
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 60;
  private static final int PARAMETERS = 5;

  @Override
  public Description matchCompilationUnit(CompilationUnitTree file, VisitorState state) {
    CharSequence source = state.getSourceCode();
    long lines = source == null ? 0 : source.toString().lines().count();
    String path = file.getSourceFile().getName();
    String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    if (lines <= FILE_LINES || file.getTypeDecls().isEmpty() || Exceptions.has("TooLong", name)) {
      return Description.NO_MATCH;
    }
    return tell(
        file.getTypeDecls().getFirst(),
        "the file has " + lines + " lines, more than " + FILE_LINES);
  }

  @Override
  public Description matchMethod(MethodTree method, VisitorState state) {
    MethodSymbol symbol = ASTHelpers.getSymbol(method);
    if (ASTHelpers.isGeneratedConstructor(method)
        || Exceptions.has("TooLong", symbol.owner.getSimpleName() + "." + method.getName())) {
      return Description.NO_MATCH;
    }
    int parameters = method.getParameters().size();
    boolean record = symbol.isConstructor() && symbol.owner.getKind() == ElementKind.RECORD;
    if (parameters > PARAMETERS && !record) {
      return tell(method, "it has " + parameters + " parameters, more than " + PARAMETERS);
    }
    long lines = Lines.of(method, state);
    return lines > METHOD_LINES
        ? tell(method, "it has " + lines + " lines, more than " + METHOD_LINES)
        : Description.NO_MATCH;
  }

  private Description tell(Tree tree, String message) {
    return buildDescription(tree).setMessage(message).build();
  }
}
