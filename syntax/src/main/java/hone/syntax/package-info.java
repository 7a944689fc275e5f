/// Source code as trees: what stands on a line, and edits that leave the rest of a file as it was.
///
/// In: the text of one file. Out: nodes with their places in that text, and new texts. Trees are
/// concrete (every character belongs to a node) and hold no names, types or meaning: what an
/// identifier stands for is the business of those who ask.
///
/// Files are foreign and untrusted: their size and their nesting are bounded, and what does not
/// parse says so.
@NullMarked
package hone.syntax;

import org.jspecify.annotations.NullMarked;
