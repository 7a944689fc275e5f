package hone.checks;

import static com.google.errorprone.matchers.Matchers.anyOf;
import static com.google.errorprone.matchers.Matchers.instanceMethod;
import static com.google.errorprone.matchers.Matchers.staticMethod;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.MethodInvocationTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.matchers.Matcher;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;

/// A test waits for what it needs, never for a time.
@BugPattern(
    summary = "a test that sleeps passes or fails by the load of the machine",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class SleepInTest extends BugChecker implements MethodInvocationTreeMatcher {

  private static final long serialVersionUID = 1L;

  private static final Matcher<ExpressionTree> SLEEP =
      anyOf(
          staticMethod().onClass("java.lang.Thread").named("sleep"),
          instanceMethod().onDescendantOf("java.util.concurrent.TimeUnit").named("sleep"));

  @Override
  public Description matchMethodInvocation(MethodInvocationTree call, VisitorState state) {
    return Lines.inTest(state.getPath()) && SLEEP.matches(call, state)
        ? describeMatch(call)
        : Description.NO_MATCH;
  }
}
