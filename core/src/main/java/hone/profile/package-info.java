/// The one model every profile format is read into: frames, a table of stacks, samples, value
/// types.
///
/// Columns, because one profile has 10⁴ to 10⁷ samples. Readers fill a
/// [hone.profile.ProfileBuilder]; analyses walk the columns of a [hone.profile.Profile], which
/// never changes. What a profile means is not decided here.
@NullMarked
package hone.profile;

import org.jspecify.annotations.NullMarked;
