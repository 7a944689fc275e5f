package hone.checks;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;

/// A local variable names its type: in code about numbers the reader needs to see which kind.
@BugPattern(
    summary = "write the type instead of var",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class NoVar extends BugChecker implements VariableTreeMatcher {

  private static final long serialVersionUID = 1L;

  @Override
  public Description matchVariable(VariableTree variable, VisitorState state) {
    return ((JCVariableDecl) variable).declaredUsingVar()
        ? describeMatch(variable)
        : Description.NO_MATCH;
  }
}
