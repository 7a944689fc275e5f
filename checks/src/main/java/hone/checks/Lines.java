package hone.checks;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.tree.JCTree;

/// How many lines of a file something takes.
final class Lines {

  private Lines() {}

  /// From the line where the tree starts to that where it ends, both counted.
  static long of(Tree tree, VisitorState state) {
    LineMap lines = state.getPath().getCompilationUnit().getLineMap();
    long first = lines.getLineNumber(((JCTree) tree).getStartPosition());
    return lines.getLineNumber(state.getEndPosition(tree) - 1L) - first + 1;
  }

  /// Does this stand in a test source tree?
  static boolean inTest(TreePath path) {
    return path.getCompilationUnit().getSourceFile().toUri().getPath().contains("/src/test/");
  }
}
