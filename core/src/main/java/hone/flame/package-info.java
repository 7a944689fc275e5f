/// Profiles as pictures that people walk through: one file, read by a browser without a network.
///
/// A profile flows in, a page flows out. All numbers are the profile's; the page only draws them.
@NullMarked
package hone.flame;

import org.jspecify.annotations.NullMarked;
