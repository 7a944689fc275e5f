/// speedscope's own JSON: what py-spy, memray, pyinstrument and .NET write, among others.
///
/// The specification is `src/lib/file-format-spec.ts` of jlfwong/speedscope. Profiles of several
/// threads are merged into one.
@NullMarked
package hone.format.speedscope;

import org.jspecify.annotations.NullMarked;
