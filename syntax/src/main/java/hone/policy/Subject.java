package hone.policy;

import hone.syntax.Node;

/// A text that rules of one form are held against.
///
/// @param node where it stands
/// @param text blanks squeezed
record Subject(Form form, Node node, String text) {

  Subject {
    text = squeezed(text);
  }

  /// A text on one line, with single blanks.
  static String squeezed(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
