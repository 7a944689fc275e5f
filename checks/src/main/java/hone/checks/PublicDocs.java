package hone.checks;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.ClassTreeMatcher;
import com.google.errorprone.bugpatterns.BugChecker.MethodTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.api.JavacTrees;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/// A public type says what it is, and where there is a doc comment it begins with a sentence.
@BugPattern(
    summary = "public types have a doc comment, and doc comments begin with a sentence",
    linkType = LinkType.NONE,
    severity = SeverityLevel.ERROR)
public final class PublicDocs extends BugChecker implements ClassTreeMatcher, MethodTreeMatcher {

  private static final long serialVersionUID = 1L;

  /// The first paragraph: up to a blank line, a block tag, a list, a fence or the end.
  private static final Pattern PARAGRAPH_END =
      Pattern.compile("\\R\\s*(\\R|@|[-*] |```|<)|\\R?\\z");

  @Override
  public Description matchClass(ClassTree type, VisitorState state) {
    if (type.getSimpleName().isEmpty() || Lines.inTest(state.getPath())) {
      return Description.NO_MATCH;
    }
    String doc = doc(state);
    if (doc == null) {
      boolean needed = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      return needed
          ? tell(type, "a public type says what it is, in a /// comment")
          : Description.NO_MATCH;
    }
    return sentence(type, doc);
  }

  @Override
  public Description matchMethod(MethodTree method, VisitorState state) {
    boolean judged =
        method.getModifiers().getFlags().contains(Modifier.PUBLIC)
            && !Lines.inTest(state.getPath());
    String doc = judged ? doc(state) : null;
    return doc == null ? Description.NO_MATCH : sentence(method, doc);
  }

  private static String doc(VisitorState state) {
    return JavacTrees.instance(state.context).getDocComment(state.getPath());
  }

  private Description sentence(Tree tree, String doc) {
    String paragraph = PARAGRAPH_END.split(doc.strip(), 2)[0].strip();
    boolean whole = Pattern.compile("[.:!?](\\s|\\z|\\))").matcher(paragraph).find();
    return whole
        ? Description.NO_MATCH
        : tell(tree, "a doc comment begins with a sentence, found '" + paragraph + "'");
  }

  private Description tell(Tree tree, String message) {
    return buildDescription(tree).setMessage(message).build();
  }
}
