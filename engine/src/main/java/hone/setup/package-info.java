/// What a machine and a repository offer, and the first settings made from it.
///
/// Lists of files and programs flow in; a proposal for `hone.yaml` and AGENTS.md, and a list of
/// what is missing, flow out. Nothing is written here.
@NullMarked
package hone.setup;

import org.jspecify.annotations.NullMarked;
