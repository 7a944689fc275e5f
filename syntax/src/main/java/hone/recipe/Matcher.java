package hone.recipe;

import java.util.Optional;

/// Finds a recipe's shape at a hot line and rewrites it.
@FunctionalInterface
interface Matcher {

  /// The change, or nothing where the line does not have the shape.
  ///
  /// @throws Refusal if the line has the shape and a precondition does not hold
  Optional<Patch> patch(Site site) throws Refusal;
}
