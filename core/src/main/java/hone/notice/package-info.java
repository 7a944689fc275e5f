/// A gate's result as forges, CI servers and people read it.
///
/// The document of a gate flows in, perhaps one that was written beside code nobody trusts;
/// Markdown, SARIF, JUnit XML and a report of code quality flow out. Whatever comes from
/// benchmarks, functions or files is escaped in each output's own way. Nothing here decides
/// anything.
@NullMarked
package hone.notice;

import org.jspecify.annotations.NullMarked;
