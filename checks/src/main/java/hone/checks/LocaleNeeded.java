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
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.regex.Pattern;

/// Text is made for any reader alike: what depends on a locale is told which, as a rule Locale.ROOT.
@BugPattern(
    summary = "name the locale, as a rule Locale.ROOT",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class LocaleNeeded extends BugChecker implements MethodInvocationTreeMatcher {

  private static final long serialVersionUID = 1L;

  private static final Pattern TEXT_ONLY = Pattern.compile("([^%]|%(\\d+\\$)?[-0-9]*[sdn]|%%)*");

  private static final Matcher<ExpressionTree> DEPENDS_ON_LOCALE =
      anyOf(
          staticMethod().onClass("java.lang.String").named("format"),
          instanceMethod()
              .onExactClass("java.lang.String")
              .namedAnyOf("formatted", "toLowerCase", "toUpperCase"),
          instanceMethod()
              .onDescendantOfAny("java.io.PrintStream", "java.io.PrintWriter")
              .namedAnyOf("printf", "format"));

  @Override
  public Description matchMethodInvocation(MethodInvocationTree call, VisitorState state) {
    if (!DEPENDS_ON_LOCALE.matches(call, state)) {
      return Description.NO_MATCH;
    }
    boolean told =
        ASTHelpers.getSymbol(call).getParameters().stream()
            .anyMatch(p -> p.type.tsym.getQualifiedName().contentEquals("java.util.Locale"));
    return told || isPlain(call) ? Description.NO_MATCH : describeMatch(call);
  }

  /// A pattern that only joins text and whole numbers; their digits are the same in every locale
  /// because the program sets its own at the start.
  private static boolean isPlain(MethodInvocationTree call) {
    ExpressionTree pattern =
        ASTHelpers.getSymbol(call).getSimpleName().contentEquals("formatted")
            ? ASTHelpers.getReceiver(call)
            : call.getArguments().stream().findFirst().orElse(null);
    return pattern != null
        && ASTHelpers.constValue(pattern) instanceof String text
        && TEXT_ONLY.matcher(text).matches();
  }
}
