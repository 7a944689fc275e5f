/// A project that hone works on, and what it keeps of each time it did.
///
/// A repository with its settings flows in; the directory of a run flows out, with its state, its
/// lock, what was collected and one directory for each candidate, in plain files that are checked
/// when they are read again.
@NullMarked
package hone.project;

import org.jspecify.annotations.NullMarked;
