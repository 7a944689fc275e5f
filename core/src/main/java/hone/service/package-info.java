/// One service as `hone.yaml` describes it: how to build, start, load, test and measure it, and
/// what may be spent on improving it.
///
/// The text of the file flows in, checked records flow out. Nothing is started, detected or looked
/// up here; what the file leaves out is either a value of [hone.service.Defaults] or empty.
@NullMarked
package hone.service;

import org.jspecify.annotations.NullMarked;
