package hone.checks;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.SwitchExpressionTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.SwitchTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Type;
import java.util.List;
import javax.lang.model.element.ElementKind;

/// A switch over an enum or a sealed type has no default, so that a new case breaks the build
/// wherever it matters.
@BugPattern(
    summary = "list the cases of an enum or sealed type instead of default",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class NoDefault extends BugChecker
    implements SwitchTreeMatcher, SwitchExpressionTreeMatcher {

  private static final long serialVersionUID = 1L;

  @Override
  public Description matchSwitch(SwitchTree tree, VisitorState state) {
    return match(tree.getExpression(), tree.getCases());
  }

  @Override
  public Description matchSwitchExpression(SwitchExpressionTree tree, VisitorState state) {
    return match(tree.getExpression(), tree.getCases());
  }

  private Description match(ExpressionTree subject, List<? extends CaseTree> cases) {
    Type type = ASTHelpers.getType(subject);
    boolean closed =
        type != null
            && (type.tsym.getKind() == ElementKind.ENUM || (type.tsym.flags() & Flags.SEALED) != 0);
    if (!closed) {
      return Description.NO_MATCH;
    }
    return cases.stream()
        .filter(NoDefault::isDefault)
        .findFirst()
        .map(this::describeMatch)
        .orElse(Description.NO_MATCH);
  }

  private static boolean isDefault(CaseTree tree) {
    return tree.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance);
  }
}
