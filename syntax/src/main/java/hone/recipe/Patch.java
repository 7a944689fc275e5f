package hone.recipe;

import hone.syntax.Edit;
import java.util.List;

/// What a matcher would change.
///
/// @param explanation one sentence on what was done, for the commit
record Patch(List<Edit> edits, String explanation) {

  Patch {
    edits = List.copyOf(edits);
  }
}
