package hone.checks;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.ClassTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/// A type is named by a noun of the field, not by a word that fits anything.
@BugPattern(
    summary = "a type is named by a noun of the field",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class EmptyTypeName extends BugChecker implements ClassTreeMatcher {

  private static final long serialVersionUID = 1L;

  private static final Pattern EMPTY_WORD =
      Pattern.compile(
          "^(Abstract|Base)(?=[A-Z])|(?<=[a-z])(Helper|Util|Utils|Utilities|Manager|Impl)$");

  @Override
  public Description matchClass(ClassTree type, VisitorState state) {
    String name = type.getSimpleName().toString();
    Matcher word = EMPTY_WORD.matcher(name);
    if (!word.find()
        || (word.start() == 0 && !isForHeirs(type))
        || Exceptions.has("EmptyTypeName", name)) {
      return Description.NO_MATCH;
    }
    return buildDescription(type)
        .setMessage(
            "'" + word.group() + "' in '" + name + "' says nothing; use a noun of the field")
        .build();
  }

  /// In front of a type that nothing inherits from, such as a base unit, the word is one of the field.
  private static boolean isForHeirs(ClassTree type) {
    return type.getKind() == Tree.Kind.INTERFACE
        || type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
  }
}
