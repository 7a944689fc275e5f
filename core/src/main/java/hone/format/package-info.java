/// Profile formats: what every reader owes, and how the right one is found.
///
/// Bytes flow in, a [hone.profile.Profile] flows out. Each format is a package of its own below
/// this one; they never import each other.
@NullMarked
package hone.format;

import org.jspecify.annotations.NullMarked;
