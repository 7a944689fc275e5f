package hone.recipe;

/// What a recipe says to a hot line that has its shape.
public sealed interface Cure {

  Recipe recipe();

  /// The recipe applies.
  ///
  /// @param newText     the whole file, changed
  /// @param explanation one sentence on what was changed and why it costs less
  record Patched(Recipe recipe, String newText, String explanation) implements Cure {}

  /// The line has the shape, and the code must be left alone.
  ///
  /// @param reason the precondition that does not hold, in words about this code
  record Refused(Recipe recipe, String reason) implements Cure {}
}
