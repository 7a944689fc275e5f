/// What is wrong where: hotspots carried to application lines, each with a cause, a severity, how
/// sure that is, and how much could be gained at most.
///
/// Profiles, the tree of sources, the service and its standards flow in; findings flow out. Rules
/// are tables beside this package, not code. Nothing here asks a model, and no line is named that
/// does not exist in the repository.
@NullMarked
package hone.finding;

import org.jspecify.annotations.NullMarked;
