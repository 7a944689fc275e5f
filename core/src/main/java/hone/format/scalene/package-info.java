/// Scalene's JSON: what each line of a Python program cost.
///
/// The specification is `scalene/scalene_json.py` of plasma-umass/scalene.
@NullMarked
package hone.format.scalene;

import org.jspecify.annotations.NullMarked;
