/// Profiles as pictures that people walk through: one file, read by a browser without a network.
///
/// A profile flows in, a page flows out. All numbers are the profile's; the page only draws them.
/// Its script stands in files by what they are about, among the resources: each begins with what
/// it holds, and `page.js` has what all of them share.
@NullMarked
package hone.flame;

import org.jspecify.annotations.NullMarked;
